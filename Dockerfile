# Node 24 is in the image, so npm need not bring it: install scripts stay off.
FROM node:24-slim
WORKDIR /app
ENV NODE_ENV=production
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev --ignore-scripts
COPY src ./src
COPY commands ./commands
COPY adapters ./adapters
COPY knowledge ./knowledge
RUN mkdir data && chown node:node data
USER node
VOLUME ["/app/data"]
EXPOSE 9090 3000
ENV HEALTH_PORT=9090
HEALTHCHECK --interval=30s --timeout=5s CMD ["/usr/local/bin/node", "-e", "fetch('http://127.0.0.1:' + process.env.HEALTH_PORT + '/readyz').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
# The image's own node: the one that npm would put first in the path was not installed.
CMD ["/usr/local/bin/node", "--max-semi-space-size=8", "--disable-warning=ExperimentalWarning", "src/main.ts"]
