/** Two small regressions: the choice of one among many by gradient descent (Adam), and yes or no by Newton's method. */

/** Numbers by place. */
export type Vector = readonly number[];

const STEPS = 150;
const RATE = 0.25;

/** Weights under which the chosen rows of each case win over its other rows (conditional logit), with a ridge. */
export function fitChoice(
  cases: readonly { readonly rows: readonly Vector[]; readonly chosen: readonly boolean[] }[],
  ridge: number,
): Vector {
  const usable = cases.filter(({ chosen }) => chosen.includes(true));
  const size = usable[0]?.rows[0]?.length ?? 0;
  return descend(size, (weights) => {
    const slope = new Float64Array(size);
    for (const { rows, chosen } of usable) {
      const scores = rows.map((row) => dot(row, weights));
      const top = Math.max(...scores);
      const odds = scores.map((score) => Math.exp(score - top));
      const total = odds.reduce((sum, x) => sum + x, 0);
      const right = odds.reduce((sum, x, n) => sum + (chosen[n] ? x : 0), 0);
      rows.forEach((row, n) => {
        add(slope, row, (odds[n] ?? 0) / total - (chosen[n] ? (odds[n] ?? 0) / right : 0));
      });
    }
    return slope.map((x, n) => x / usable.length + ridge * (weights[n] ?? 0));
  });
}

/** Weights of a logistic regression with a ridge; the last place is taken as the bias and goes free of it. */
export function fitYesNo(
  rows: readonly { readonly row: Vector; readonly yes: boolean; readonly weight: number }[],
  ridge: number,
): Vector {
  const size = rows[0]?.row.length ?? 0;
  const total = rows.reduce((sum, { weight }) => sum + weight, 0);
  const spread = spreads(rows.map(({ row }) => row));
  // The ridge is on weights of features brought to one spread, so that no unit of measure is favoured.
  const stiffness = spread.map((x, n) => (n === size - 1 ? 0 : ridge * x ** 2));
  const weights = new Float64Array(size);
  for (let step = 0; step < NEWTON_STEPS; step += 1) {
    const slope = Float64Array.from(stiffness, (x, n) => x * (weights[n] ?? 0));
    const bend = stiffness.map((x, n) => Float64Array.from(stiffness, (_, m) => (m === n ? x + EPSILON : 0)));
    for (const { row, yes, weight } of rows) {
      const chance = probability(row, weights);
      add(slope, row, (weight / total) * (chance - Number(yes)));
      row.forEach((x, n) => {
        const line = bend[n];
        if (x !== 0 && line) add(line, row, (weight / total) * chance * (1 - chance) * x);
      });
    }
    solve(bend, slope).forEach((move, n) => {
      weights[n] = (weights[n] ?? 0) - move;
    });
  }
  return [...weights];
}

const NEWTON_STEPS = 12;
/** Keeps a feature that is always the same from making the system singular. */
const EPSILON = 1e-9;

/** The solution of a symmetric positive definite system, which is overwritten, by elimination. */
function solve(lines: readonly Float64Array[], right: Float64Array): Float64Array {
  lines.forEach((line, n) => {
    for (let below = n + 1; below < lines.length; below += 1) {
      const other = lines[below];
      const factor = (other?.[n] ?? 0) / (line[n] ?? 1);
      if (!other || factor === 0) continue;
      add(other, line, -factor);
      right[below] = (right[below] ?? 0) - factor * (right[n] ?? 0);
    }
  });
  for (let n = lines.length - 1; n >= 0; n -= 1) {
    const line = lines[n] ?? new Float64Array();
    let sum = right[n] ?? 0;
    for (let m = n + 1; m < line.length; m += 1) sum -= (line[m] ?? 0) * (right[m] ?? 0);
    right[n] = sum / (line[n] ?? 1);
  }
  return right;
}

/** The probability of yes. */
export function probability(row: Vector, weights: Vector | Float64Array): number {
  return 1 / (1 + Math.exp(-dot(row, weights)));
}

function descend(size: number, slopeAt: (weights: Float64Array) => Float64Array): Vector {
  const weights = new Float64Array(size);
  const drift = new Float64Array(size);
  const scale = new Float64Array(size);
  for (let step = 1; step <= STEPS; step += 1) {
    slopeAt(weights).forEach((slope, n) => {
      drift[n] = 0.9 * (drift[n] ?? 0) + 0.1 * slope;
      scale[n] = 0.999 * (scale[n] ?? 0) + 0.001 * slope * slope;
      const move =
        (drift[n] ?? 0) / (1 - 0.9 ** step) / (Math.sqrt((scale[n] ?? 0) / (1 - 0.999 ** step)) + 1e-8);
      weights[n] = (weights[n] ?? 0) - RATE * (1 - step / (STEPS + 1)) * move;
    });
  }
  return [...weights];
}

function dot(row: Vector, weights: Vector | Float64Array): number {
  let sum = 0;
  for (let n = 0; n < row.length; n += 1) sum += (row[n] ?? 0) * (weights[n] ?? 0);
  return sum;
}

function add(slope: Float64Array, row: Vector | Float64Array, factor: number): void {
  for (let n = 0; n < row.length; n += 1) slope[n] = (slope[n] ?? 0) + factor * (row[n] ?? 0);
}

function spreads(rows: readonly Vector[]): number[] {
  const size = rows[0]?.length ?? 0;
  return Array.from({ length: size }, (_, n) => {
    const mean = rows.reduce((sum, row) => sum + (row[n] ?? 0), 0) / rows.length;
    return Math.sqrt(rows.reduce((sum, row) => sum + ((row[n] ?? 0) - mean) ** 2, 0) / rows.length);
  });
}
