package app.parcelle.engine.evaluate.naive;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

import app.parcelle.engine.segment.Condition.RandomSample;

/** The number of a customer from 0 to 100 that samples go by. */
final class NaiveSample {
  private static final BigDecimal WHOLE = BigDecimal.valueOf(1L << 32);

  private NaiveSample() {}

  static boolean in(RandomSample sample, String customer) {
    BigDecimal number = number(sample.seed(), customer);
    return number.compareTo(sample.from()) >= 0 && number.compareTo(sample.to()) < 0;
  }

  static BigDecimal number(String seed, String customer) {
    try {
      byte[] hash = MessageDigest.getInstance("MD5")
          .digest((seed + ":" + customer).getBytes(StandardCharsets.UTF_8));
      long first = 0;
      for (int i = 0; i < 4; i++) {
        first = first * 256 + (hash[i] & 0xFF);
      }
      // 2^32 divides 10^32, so that the quotient ends
      return BigDecimal.valueOf(first * 100).divide(WHOLE);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
