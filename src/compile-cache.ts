/**
 * Keeps what Node compiles of this program in the folder for temporary files, so that it starts in half the time from
 * then on. Loaded with `node --import`, before the program: what the program imports is compiled before its first line runs.
 */
import { enableCompileCache } from 'node:module';

enableCompileCache();
