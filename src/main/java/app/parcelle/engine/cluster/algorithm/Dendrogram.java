package app.parcelle.engine.cluster.algorithm;

/**
 * In which order groups were joined. Leaves are 0 to {@code leaves - 1}, the group made by merge {@code m} is
 * {@code leaves + m}; merges are in ascending order of height.
 *
 * @param leaves how many
 * @param left one a merge
 * @param right one a merge
 * @param height at which the two were joined, one a merge
 * @param size rows in the group made, one a merge
 * @param leafOfRow the leaf of each row; rows may share one where they were compressed first
 */
public record Dendrogram(int leaves, int[] left, int[] right, double[] height, int[] size, int[] leafOfRow) {}
