package app.parcelle.ui.cluster;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.cluster.ClusterRequest;
import app.parcelle.engine.cluster.algorithm.Algorithm;
import app.parcelle.engine.cluster.prepare.Pipeline;
import app.parcelle.engine.cluster.rule.RulePath;
import app.parcelle.engine.evaluate.FieldColumn;
import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.project.ClusterSheet;
import app.parcelle.engine.project.Clusterings.Refreshed;
import app.parcelle.engine.project.ComparedClusterings;
import app.parcelle.engine.project.CustomerClustering;
import app.parcelle.engine.project.PeriodComparison;
import app.parcelle.engine.project.Project;
import app.parcelle.engine.project.ProjectView.SavedClustering;
import app.parcelle.engine.project.ProjectView.SavedSegment;
import app.parcelle.engine.segment.Condition;
import app.parcelle.engine.segment.Field;
import app.parcelle.engine.segment.FieldCatalog;
import app.parcelle.engine.segment.FieldRef;
import app.parcelle.engine.segment.Segment;
import app.parcelle.engine.segment.TextOperator;

/** The part of a project that clusters its customers. */
interface ClusterSource {
  FieldCatalog fields();

  /** Those whose members alone may take part. */
  List<SavedSegment> segments();

  /** How the fields are best prepared for an algorithm. */
  Pipeline suggested(List<Field> fields, @Nullable String within, Algorithm algorithm, JobContext job);

  CustomerClustering cluster(ClusterRequest request, JobContext job);

  /** The same search with another of the numbers of clusters that it compared. */
  CustomerClustering withK(CustomerClustering found, int k, JobContext job);

  /**
   * Returns the stable id.
   *
   * @param names of the clusters, blank where nothing was said
   */
  String save(String name, CustomerClustering found, List<String> names);

  /** Names the clusters of what was saved under that id. */
  void nameClusters(String id, List<String> names);

  /**
   * Keeps some customers as cluster 1 of a clustering that has no other. Returns its stable id.
   *
   * @param points one bit a point of the clustering's prepared rows
   */
  String saveMembers(String name, CustomerClustering found, long[] points);

  /**
   * Rules in the builder's language that stand for a cluster, from short to faithful.
   *
   * @param cluster from 1 on
   */
  RulePath rules(CustomerClustering found, int cluster, JobContext job);

  /** The values of one field, of all customers of the base. */
  ClusterSheet sheet(Field field, JobContext job);

  /** A field of all customers, by number. */
  FieldColumn column(Field field, JobContext job);

  /** The clusterings that are kept, the latest last. */
  List<SavedClustering> saved();

  void rename(String id, String name);

  void remove(String id);

  /** Assigns today's customers to the clusters that were saved under that id. */
  Refreshed refresh(String id, JobContext job);

  /**
   * The same customers and preparation by several algorithms.
   *
   * @param base its algorithm is not looked at
   */
  ComparedClusterings compare(ClusterRequest base, List<Algorithm> algorithms, JobContext job);

  /** The day that clusters are seen from. */
  LocalDate day(CustomerClustering found, JobContext job);

  /** The same search in what was known on an earlier day. */
  PeriodComparison overPeriods(CustomerClustering found, LocalDate earlier, JobContext job);

  /** The key of a customer by number. */
  String key(int customer);

  /** The condition that a customer is one of these. */
  default Condition listed(List<String> keys) {
    Field key = fields().fields().stream().filter(Field.Key.class::isInstance).findFirst().orElseThrow();
    return new Condition.TextTest(new FieldRef(key.name(), key.id()), TextOperator.IS_ONE_OF, keys, true,
        false);
  }

  static ClusterSource of(Project project) {
    return new ClusterSource() {
      @Override
      public FieldCatalog fields() {
        return project.fields();
      }

      @Override
      public List<SavedSegment> segments() {
        return project.view().segments();
      }

      @Override
      public Pipeline suggested(List<Field> fields, @Nullable String within, Algorithm algorithm,
          JobContext job) {
        return project.clusterings().suggested(fields, within, algorithm, job);
      }

      @Override
      public CustomerClustering cluster(ClusterRequest request, JobContext job) {
        return project.clusterings().find(request, job);
      }

      @Override
      public CustomerClustering withK(CustomerClustering found, int k, JobContext job) {
        return project.clusterings().withK(found, k, job);
      }

      @Override
      public String save(String name, CustomerClustering found, List<String> names) {
        return project.clusterings().save(name, found, names);
      }

      @Override
      public void nameClusters(String id, List<String> names) {
        project.clusterings().name(id, names);
      }

      @Override
      public String saveMembers(String name, CustomerClustering found, long[] points) {
        return project.clusterings().saveMembers(name, found, points);
      }

      @Override
      public RulePath rules(CustomerClustering found, int cluster, JobContext job) {
        return project.clusterings().rules(found, cluster, job);
      }

      @Override
      public ClusterSheet sheet(Field field, JobContext job) {
        return project.clusterings().sheet(List.of(field.id()), null, job);
      }

      @Override
      public FieldColumn column(Field field, JobContext job) {
        return project.column(field, new Segment.Reference.Project(), job);
      }

      @Override
      public List<SavedClustering> saved() {
        return project.view().clusterings();
      }

      @Override
      public void rename(String id, String name) {
        project.clusterings().rename(id, name);
      }

      @Override
      public void remove(String id) {
        project.clusterings().remove(id);
      }

      @Override
      public Refreshed refresh(String id, JobContext job) {
        return project.clusterings().refresh(id, job);
      }

      @Override
      public ComparedClusterings compare(ClusterRequest base, List<Algorithm> algorithms, JobContext job) {
        return project.clusterings().compare(base, algorithms, job);
      }

      @Override
      public LocalDate day(CustomerClustering found, JobContext job) {
        return project.clusterings().day(found, job);
      }

      @Override
      public PeriodComparison overPeriods(CustomerClustering found, LocalDate earlier, JobContext job) {
        return project.clusterings().overPeriods(found, earlier, job);
      }

      @Override
      public String key(int customer) {
        return project.data().customers().text(customer);
      }
    };
  }
}
