package app.parcelle.engine.evaluate;

import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.table.Bits;

/** As the crow flies, on a sphere: haversine formula, mean radius of the earth as the IUGG has it. */
final class Distances {
  static final double RADIUS_KM = 6_371.0088;

  private final double latitude;
  private final double longitude;
  private final double cosLatitude;

  /** From a point, in decimal degrees. */
  Distances(double latitude, double longitude) {
    this.latitude = latitude;
    this.longitude = longitude;
    this.cosLatitude = Math.cos(Math.toRadians(latitude));
  }

  double kilometres(double toLatitude, double toLongitude) {
    double halfUp = Math.sin(Math.toRadians(toLatitude - latitude) / 2);
    double halfAside = Math.sin(Math.toRadians(toLongitude - longitude) / 2);
    double a = halfUp * halfUp + cosLatitude * Math.cos(Math.toRadians(toLatitude)) * halfAside * halfAside;
    return 2 * RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(a)));
  }

  /** Those at most so far away: one bit a customer. */
  long[] within(double kilometres, Positions positions, JobContext job) {
    Positions.Exactly near = (toLatitude, toLongitude) -> kilometres(toLatitude, toLongitude) <= kilometres;
    // a little wider than the circle, so that no rounding cuts it
    double angle = kilometres / RADIUS_KM + 1e-9;
    double up = Math.toDegrees(angle);
    double south = latitude - up;
    double north = latitude + up;
    if (kilometres < 0) {
      return Bits.of(positions.latitudes().length);
    }
    if (south <= -90 || north >= 90) {
      return positions.in(new Positions.Box(south, north, -180, 180), near, job);
    }
    // the meridians that touch the circle
    double aside = Math.toDegrees(Math.asin(Math.min(1, Math.sin(angle) / cosLatitude))) + 1e-9;
    long[] bits = positions.in(new Positions.Box(south, north, longitude - aside, longitude + aside), near,
        job);
    // what lies beyond the antimeridian has longitudes of the other side
    if (longitude - aside < -180) {
      Bits.or(bits,
          positions.in(new Positions.Box(south, north, longitude - aside + 360, 180), near, job));
    }
    if (longitude + aside > 180) {
      Bits.or(bits,
          positions.in(new Positions.Box(south, north, -180, longitude + aside - 360), near, job));
    }
    return bits;
  }
}
