package app.parcelle.engine.cluster.prepare;

import static app.parcelle.engine.cluster.prepare.Sheets.dimension;
import static app.parcelle.engine.cluster.prepare.Sheets.numbers;
import static app.parcelle.engine.cluster.prepare.Sheets.pipeline;
import static app.parcelle.engine.cluster.prepare.Sheets.prepare;
import static app.parcelle.engine.cluster.prepare.Sheets.sheet;
import static app.parcelle.engine.cluster.prepare.Sheets.with;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;

import org.junit.jupiter.api.Test;

import app.parcelle.engine.cluster.prepare.Pipeline.Scale;
import app.parcelle.engine.cluster.prepare.Pipeline.Shape;
import app.parcelle.engine.job.JobContext;

/** Shapes and scales against the numbers that scikit-learn 1.2.1 and SciPy 1.10 give for the same twelve values. */
class ScalesTest {
  private static final double[] VALUES = {0.5, 1.2, -0.7, 3.4, 8.9, 2.2, 0.1, 15.5, -2.6, 4.0, 1.1, 60.25};

  private static double[] prepared(Shape shape, Scale scale) {
    return dimension(prepare(sheet(numbers("a", VALUES)), pipeline(with(shape, scale))), 0);
  }

  @Test
  void standardScaleIsStandardScalers() {
    assertArrayEquals(new double[]{-0.444292639443422, -0.401810474715764, -0.517119207547978,
        -0.268295099857411, 0.0654933372884726, -0.341121667961967, -0.468568162144941, 0.466039461863532,
        -0.632427940380192, -0.231881815805132, -0.407879355391144, 3.18186356409595},
        prepared(Shape.AS_IS, Scale.STANDARD), 1e-12);
  }

  @Test
  void robustScaleIsRobustScalers() {
    assertArrayEquals(new double[]{-0.248704663212435, -0.103626943005181, -0.497409326424871,
        0.352331606217617, 1.49222797927461, 0.103626943005181, -0.33160621761658, 2.86010362694301,
        -0.89119170984456, 0.476683937823834, -0.124352331606218, 12.1347150259067},
        prepared(Shape.AS_IS, Scale.ROBUST), 1e-12);
  }

  @Test
  void minMaxScaleIsMinMaxScalers() {
    assertArrayEquals(new double[]{0.0493237867939539, 0.060461416070008, 0.030230708035004,
        0.0954653937947494, 0.182975338106603, 0.0763723150357995, 0.0429594272076372, 0.287987271280827, 0,
        0.105011933174224, 0.0588703261734288, 1}, prepared(Shape.AS_IS, Scale.MIN_MAX), 1e-12);
  }

  @Test
  void robustScaleWithoutQuartilesFallsBackOnTheDeviation() {
    double[] mostlyNone = {0, 0, 0, 0, 0, 0, 0, 0, 0, 10};

    double[] scaled = dimension(
        prepare(sheet(numbers("a", mostlyNone)), pipeline(with(Shape.AS_IS, Scale.ROBUST))), 0);

    assertEquals(0, scaled[0]);
    assertEquals(10.0 / 3, scaled[9], 1e-12);
  }

  @Test
  void yeoJohnsonsParameterIsPowerTransformers() {
    assertEquals(0.25692336444567027, Shapes.lambda(VALUES, JobContext.silent()), 1e-6);
    double[] counts = {0, 0, 0, 1, 2, 2, 3, 5, 8, 13, 40, 200};
    assertEquals(-0.3092931924317599, Shapes.lambda(counts, JobContext.silent()), 1e-6);
  }

  @Test
  void yeoJohnsonIsPowerTransformers() {
    assertArrayEquals(new double[]{0.42733732236989, 0.873994541687483, -0.872985661152534, 1.80306020515733,
        3.12231501494804, 1.35563659262994, 0.0964867134198875, 4.10606633644486, -4.77639572504973,
        1.99321778367983, 0.81736755352699, 7.31108218123062}, prepared(Shape.YEO_JOHNSON, Scale.NONE), 1e-6);
    assertArrayEquals(new double[]{-0.334407307413617, -0.173353886988434, -0.803271248477241,
        0.161643951242002, 0.637334235289765, 0.00031418859622863, -0.453703760972706, 0.992050353875997,
        -2.21074327607191, 0.230210017380167, -0.193772162429178, 2.14769889596892},
        prepared(Shape.YEO_JOHNSON, Scale.STANDARD), 1e-6);
  }

  @Test
  void yeoJohnsonOfAGivenParameterIsScipys() {
    assertShaped(0, 0.405465108108164, 0.78845736036427, -0.945, 1.48160454092422, 2.29253475714054,
        1.16315080980568, 0.0953101798043249, 2.80336038090653, -5.98, 1.6094379124341, 0.741937344729377,
        4.11496384942484);
    assertShaped(2, 0.625, 1.92, -0.53062825106217, 9.18, 48.505, 4.62, 0.105, 135.625, -1.28093384546206, 12,
        1.705, 1875.28125);
    assertShaped(1, VALUES);
    assertShaped(-1.3, 0.315144875233048, 0.493231989058665, -1.44266121059121, 0.657140433937674,
        0.730170890129742, 0.599655827745137, 0.0896420566329734, 0.749124683953946, -20.4596928247203,
        0.67430248265846, 0.476025639254911, 0.765576346978246);
  }

  private static void assertShaped(double lambda, double... expected) {
    assertArrayEquals(expected,
        Arrays.stream(VALUES).map(value -> Shapes.shaped(Shape.YEO_JOHNSON, lambda, value)).toArray(),
        1e-11 * Math.abs(expected[11]));
  }

  @Test
  void valuesFarFromZeroStayApartUnderYeoJohnson() {
    for (double[] fromAndStep : new double[][]{{19_000, 30}, {19_000, 0.001}, {1e9, 1}, {1.7e12, 1},
        {-1e12, 1}}) {
      double[] values = new double[200];
      Arrays.setAll(values, i -> fromAndStep[0] + fromAndStep[1] * i * i / 10);

      double[] scaled = dimension(
          prepare(sheet(numbers("far", values)), pipeline(with(Shape.YEO_JOHNSON, Scale.STANDARD))), 0);

      assertEquals(1, Arrays.stream(scaled).map(v -> v * v).average().orElseThrow(), 1e-6);
      for (int i = 2; i < scaled.length; i++) {
        assertTrue(scaled[i] > scaled[i - 2], scaled[i - 2] + " " + scaled[i] + " of " + values[i]);
      }
    }
  }

  @Test
  void logTreatsLossesAsItTreatsGains() {
    double[] logs = prepared(Shape.LOG, Scale.NONE);

    assertEquals(Math.log(1.5), logs[0], 1e-15);
    assertEquals(-Math.log(3.6), logs[8], 1e-15);
  }

  @Test
  void theLowestPointIsFoundBesideSteepAndFlatStretches() {
    assertEquals(1.5, Shapes.least(x -> Math.pow(x - 1.5, 2), -5, 5), 1e-8);
    assertEquals(-3.25, Shapes.least(x -> Math.abs(x + 3.25), -5, 5), 1e-7);
    assertEquals(5, Shapes.least(x -> -x, -5, 5), 1e-6);
    assertEquals(0.5, Shapes.least(x -> x < 0.5 ? Double.NaN : x, -5, 5), 1e-6);
  }
}
