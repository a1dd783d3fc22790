package app.parcelle.ui.chart.map;

/** The window in which all points are in sight, for a map of a size; found once as long as neither changes. */
record MapFit(PointCloud cloud, double width, double height, MapWindow window) {
  static final MapFit NONE = new MapFit(PointCloud.EMPTY, 0, 0, new MapWindow(0, 0, 1));

  // the same cloud is the same object; looking at all its points would cost as much as fitting them
  @SuppressWarnings("ReferenceEquality")
  MapFit of(PointCloud points, double wide, double high) {
    boolean same = points == cloud && wide == width && high == height;
    return same ? this : new MapFit(points, wide, high, MapWindow.around(points, wide, high));
  }
}
