package app.parcelle.engine.evaluate;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.segment.Condition;
import app.parcelle.engine.table.Bits;
import app.parcelle.engine.table.Dictionary;

/** The number that chance gives every customer under a seed, always the same one: see {@link Condition.RandomSample}. */
final class SampleNumbers {
  private static final int BLOCK = 1 << 13;
  private static final BigDecimal RANGE = BigDecimal.valueOf(1L << 32);
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private SampleNumbers() {}

  /** The first 32 bits of the MD5 of seed, colon and key, as unsigned ints by customer number. */
  static int[] of(Dictionary customers, String seed, JobContext job) {
    int[] numbers = new int[customers.size()];
    Blocks.each(Math.ceilDiv(numbers.length, BLOCK), job, b -> {
      MessageDigest md5 = md5();
      byte[] start = (seed + ":").getBytes(StandardCharsets.UTF_8);
      for (int c = b * BLOCK; c < Math.min(numbers.length, (b + 1) * BLOCK); c++) {
        md5.update(start);
        byte[] digest = md5.digest(customers.text(c).getBytes(StandardCharsets.UTF_8));
        numbers[c] = digest[0] << 24 | (digest[1] & 0xff) << 16 | (digest[2] & 0xff) << 8
            | (digest[3] & 0xff);
      }
    });
    return numbers;
  }

  private static MessageDigest md5() {
    try {
      return MessageDigest.getInstance("MD5");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Whose number of 0 to 100 lies in the sample: one bit a customer. */
  static long[] in(Condition.RandomSample sample, int[] numbers) {
    long from = first(sample.from());
    long to = first(sample.to());
    long[] bits = Bits.of(numbers.length);
    for (int c = 0; c < numbers.length; c++) {
      long number = numbers[c] & 0xffff_ffffL;
      bits[c >> 6] |= (number >= from && number < to ? 1L : 0) << c;
    }
    return bits;
  }

  /** The least number that stands for so many percent or more. */
  private static long first(BigDecimal percent) {
    return percent.max(BigDecimal.ZERO)
        .min(HUNDRED)
        .multiply(RANGE)
        .divide(HUNDRED)
        .setScale(0, RoundingMode.CEILING)
        .longValueExact();
  }

  /** A customer's number, of 0 to 100, to six digits. */
  static BigDecimal percent(int number) {
    return BigDecimal.valueOf(number & 0xffff_ffffL)
        .multiply(HUNDRED)
        .divide(RANGE)
        .setScale(6, RoundingMode.DOWN)
        .stripTrailingZeros();
  }
}
