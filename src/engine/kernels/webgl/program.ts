import type { GpuMatrix } from './matrix';
import { texelsOf } from './matrix';

/**
 * A kernel as GLSL.
 *
 * `body` defines `mat4 block(int column, int row)`: the 4 by 4 numbers of the result at rows 4 row to 4 row + 3 and
 * columns 4 column to 4 column + 3. Column r of such a mat4 is row r of the block, because GLSL counts columns
 * first; so the product of the blocks A and B of two matrices is written `B * A`. A kernel with a `readout` result
 * defines `vec4 texel(int column, int row)` instead: 4 columns of one row.
 *
 * For every input `x` the body may call `xRow(column, r)`, 4 columns of row r; and, where x is no readout,
 * `xAt(column, row, layer)`, the texel itself, and `xBlock(column, row)`.
 */
export interface KernelSource {
  readonly name: string;
  readonly inputs: readonly string[];
  /** Those of the inputs that are readouts. */
  readonly readouts?: readonly string[];
  /** Uniforms of type int. */
  readonly ints?: readonly string[];
  /** Uniforms of type float. */
  readonly floats?: readonly string[];
  readonly result?: 'blocks' | 'readout';
  readonly body: string;
}

const VERTEX = `#version 300 es
void main() {
  // One triangle that covers everything, counter-clockwise.
  gl_Position = vec4(gl_VertexID == 1 ? 3.0 : -1.0, gl_VertexID == 2 ? 3.0 : -1.0, 0.0, 1.0);
}`;

function declareReadout(name: string): string {
  return `uniform sampler2DArray ${name};
uniform ivec2 ${name}_origin;
vec4 ${name}Row(int column, int row) {
  return texelFetch(${name}, ivec3(${name}_origin.x + (column >> 2), ${name}_origin.y + 4 * row + (column & 3), 0), 0);
}`;
}

function declareInput(name: string): string {
  return `uniform sampler2DArray ${name};
uniform ivec2 ${name}_origin;
vec4 ${name}At(int column, int row, int layer) {
  return texelFetch(${name}, ivec3(${name}_origin.x + column, ${name}_origin.y + row, layer), 0);
}
vec4 ${name}Row(int column, int row) { return ${name}At(column, row >> 2, row & 3); }
mat4 ${name}Block(int column, int row) {
  return mat4(${name}At(column, row, 0), ${name}At(column, row, 1), ${name}At(column, row, 2), ${name}At(column, row, 3));
}`;
}

const RESULT = {
  blocks: {
    outputs: [0, 1, 2, 3].map((layer) => `layout(location = ${layer}) out vec4 result${layer};`).join('\n'),
    main: `mat4 b = block(here.x, here.y);
  result0 = b[0]; result1 = b[1]; result2 = b[2]; result3 = b[3];`,
  },
  readout: {
    outputs: 'layout(location = 0) out vec4 result0;',
    main: `int column = 4 * here.x + (here.y & 3);
  result0 = column < result_columns ? texel(column, here.y >> 2) : vec4(0.0);`,
  },
} as const;

/** The whole fragment shader of a kernel. */
export function fragmentShader(source: KernelSource): string {
  const { inputs, readouts = [], ints = [], floats = [], result = 'blocks', body } = source;
  const declared = inputs.map((name) =>
    readouts.includes(name) ? declareReadout(name) : declareInput(name),
  );
  return `#version 300 es
precision highp float;
precision highp int;
precision highp sampler2DArray;
${RESULT[result].outputs}
uniform ivec2 result_origin;
uniform int result_columns;
${ints.map((name) => `uniform int ${name};`).join('\n')}
${floats.map((name) => `uniform float ${name};`).join('\n')}
${declared.join('\n')}
${body}
void main() {
  ivec2 here = ivec2(gl_FragCoord.xy) - result_origin;
  ${RESULT[result].main}
}`;
}

/** A kernel that runs. */
export interface Program {
  /**
   * Computes every number of `out`.
   * @param inputs by name; none may share a surface with `out`
   * @param numbers values of the uniforms, by name
   */
  run(
    inputs: Readonly<Record<string, GpuMatrix>>,
    numbers: Readonly<Record<string, number>>,
    out: GpuMatrix,
  ): void;
}

function compile(gl: WebGL2RenderingContext, type: GLenum, source: string): WebGLShader {
  const shader = gl.createShader(type);
  if (!shader) throw new Error('the graphics context is lost; open another one');
  gl.shaderSource(shader, source);
  gl.compileShader(shader);
  return shader;
}

/** A program whose compilation has begun. */
export interface PendingProgram {
  /** Waits until it is linked. @throws Error with the compiler's words when it cannot be */
  finish(): Program;
}

/** Begins to compile a kernel; drivers may compile several at the same time. */
export function beginProgram(gl: WebGL2RenderingContext, source: KernelSource): PendingProgram {
  const vertex = compile(gl, gl.VERTEX_SHADER, VERTEX);
  const fragment = compile(gl, gl.FRAGMENT_SHADER, fragmentShader(source));
  const linked = gl.createProgram();
  gl.attachShader(linked, vertex);
  gl.attachShader(linked, fragment);
  gl.linkProgram(linked);
  return {
    finish: () => {
      if (!gl.getProgramParameter(linked, gl.LINK_STATUS) && !gl.isContextLost()) {
        const words = gl.getShaderInfoLog(fragment) ?? gl.getProgramInfoLog(linked) ?? '';
        throw new Error(`the graphics driver refuses the program of ${source.name}: ${words}`);
      }
      gl.deleteShader(vertex);
      gl.deleteShader(fragment);
      return createProgram(gl, linked, source);
    },
  };
}

function createProgram(gl: WebGL2RenderingContext, linked: WebGLProgram, source: KernelSource): Program {
  const { name, inputs, ints = [], floats = [] } = source;
  const place = (uniform: string): WebGLUniformLocation | null => gl.getUniformLocation(linked, uniform);
  gl.useProgram(linked);
  const samplers = inputs.map((input, unit) => {
    gl.uniform1i(place(input), unit);
    return { input, unit, origin: place(`${input}_origin`) };
  });
  const resultOrigin = place('result_origin');
  const resultColumns = place('result_columns');
  const numberOf = (numbers: Readonly<Record<string, number>>, uniform: string): number => {
    const value = numbers[uniform];
    if (value === undefined)
      throw new TypeError(`expected a number ${uniform} for the kernel ${name}, got none`);
    return value;
  };
  const intPlaces = ints.map((uniform) => ({ uniform, at: place(uniform) }));
  const floatPlaces = floats.map((uniform) => ({ uniform, at: place(uniform) }));
  return {
    run: (given, numbers, out) => {
      const { surface } = out.home;
      gl.useProgram(linked);
      for (const { input, unit, origin } of samplers) {
        const matrix = given[input];
        if (!matrix) throw new TypeError(`expected a matrix ${input} for the kernel ${name}, got none`);
        gl.activeTexture(gl.TEXTURE0 + unit);
        gl.bindTexture(gl.TEXTURE_2D_ARRAY, matrix.home.surface.texture);
        gl.uniform2i(origin, matrix.x, matrix.y);
      }
      for (const { uniform, at } of intPlaces) gl.uniform1i(at, numberOf(numbers, uniform));
      for (const { uniform, at } of floatPlaces) gl.uniform1f(at, numberOf(numbers, uniform));
      gl.uniform2i(resultOrigin, out.x, out.y);
      gl.uniform1i(resultColumns, out.columns / 4);
      gl.bindFramebuffer(gl.FRAMEBUFFER, surface.framebuffer);
      const { width, height } = texelsOf(out);
      gl.viewport(out.x, out.y, width, height);
      gl.scissor(out.x, out.y, width, height);
      gl.drawArrays(gl.TRIANGLES, 0, 3);
    },
  };
}
