// 128 numbers that describe a face (人脸特征): the ResNet of @vladmandic/face-api, whose weights it takes, written out
// on tfjs-core. Input: the face turned upright and cut to 150 × 150.

export const INPUT_SIZE = 150;
/** The network was trained on pictures with this mean taken away. */
const MEAN_RGB = [122.782, 117.001, 104.298];

/** A convolution followed by the network's own scale: `name` is the prefix of its weights. */
function convolution(tf, weights, name, input, { stride = 1, padding = "same", relu = true }) {
  const sum = tf.add(
    tf.conv2d(input, weights[`${name}/conv/filters`], [stride, stride], padding),
    weights[`${name}/conv/bias`],
  );
  const scaled = tf.add(
    tf.mul(sum, weights[`${name}/scale/weights`]),
    weights[`${name}/scale/biases`],
  );
  return relu ? tf.relu(scaled) : scaled;
}

function residual(tf, weights, name, input) {
  const first = convolution(tf, weights, `${name}/conv1`, input, {});
  const second = convolution(tf, weights, `${name}/conv2`, first, { relu: false });
  return tf.relu(tf.add(second, input));
}

/** Halves the picture; both branches are padded with zeros to the same shape. */
function residualDown(tf, weights, name, input) {
  const first = convolution(tf, weights, `${name}/conv1`, input, { stride: 2, padding: "valid" });
  const second = convolution(tf, weights, `${name}/conv2`, first, { relu: false });
  const pooled = tf.avgPool(input, 2, 2, "valid");
  const [, height, width, channels] = pooled.shape;
  const [, ownHeight, ownWidth, ownChannels] = second.shape;
  const sized = tf.pad(second, [
    [0, 0],
    [0, height - ownHeight],
    [0, width - ownWidth],
    [0, 0],
  ]);
  const wide = tf.pad(pooled, [
    [0, 0],
    [0, 0],
    [0, 0],
    [0, ownChannels - channels],
  ]);
  return tf.relu(tf.add(wide, sized));
}

const BLOCKS = [
  "conv32_1",
  "conv32_2",
  "conv32_3",
  "conv64_down",
  "conv64_1",
  "conv64_2",
  "conv64_3",
  "conv128_down",
  "conv128_1",
  "conv128_2",
  "conv256_down",
  "conv256_1",
  "conv256_2",
  "conv256_down_out",
];

/**
 * The descriptor of one face; two of the same person are near each other (Euclidean distance).
 * @param {Float32Array} rgb INPUT_SIZE² × 3 values from 0 to 255
 * @returns {number[]} 128 numbers
 */
export function describeFace(tf, weights, rgb) {
  const result = tf.tidy(() => {
    const picture = tf.tensor4d(rgb, [1, INPUT_SIZE, INPUT_SIZE, 3]);
    const normal = tf.div(tf.sub(picture, tf.tensor1d(MEAN_RGB)), 255);
    let out = convolution(tf, weights, "conv32_down", normal, { stride: 2, padding: "valid" });
    out = tf.maxPool(out, 3, 2, "valid");
    for (const block of BLOCKS) {
      out = (block.includes("_down") ? residualDown : residual)(tf, weights, block, out);
    }
    return tf.matMul(tf.mean(out, [1, 2]), weights.fc);
  });
  const numbers = Array.from(result.dataSync());
  result.dispose();
  return numbers;
}
