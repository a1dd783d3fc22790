package app.parcelle.engine.export;

import java.util.ArrayList;
import java.util.List;

import app.parcelle.engine.cluster.explain.Persona;
import app.parcelle.engine.cluster.explain.Personas;
import app.parcelle.engine.cluster.explain.Portrait;
import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Problem;
import app.parcelle.engine.message.Texts;
import app.parcelle.engine.project.Portrayed;
import app.parcelle.engine.project.Project;
import app.parcelle.engine.project.ProjectView.SavedClustering;
import app.parcelle.engine.segment.Field;
import app.parcelle.engine.table.Folding;

/** All personas of one clustering, as they are handed over. */
public final class PersonaPages {
  private PersonaPages() {}

  /**
   * Of clusters that were just found.
   *
   * @param fields one a column of the sheet that the portraits are of
   * @param names what a person calls the clusters, from cluster 1 on; blank or not there for the suggested ones
   */
  public static List<PersonaPage> of(List<Portrait> portraits, List<Field> fields, List<String> names,
      Texts texts) {
    return pages(portraits, Personas.of(portraits, fields), names, texts);
  }

  /**
   * Of a saved clustering, with the data as it is now.
   *
   * @param clustering its name, whatever the case, or its id
   * @throws Problem when there is no such clustering, a field of it is gone, or nobody is in its clusters
   */
  public static List<PersonaPage> ofSaved(Project project, String clustering, Texts texts, JobContext job) {
    Portrayed portrayed = project.clusterings().portrayed(saved(project, clustering).id(), job);
    if (portrayed.portraits().isEmpty()) {
      throw new Problem(Message.of("export.problem.noPersona"));
    }
    return pages(portrayed.portraits(), portrayed.personas(), portrayed.clustering().names(), texts);
  }

  private static SavedClustering saved(Project project, String wanted) {
    List<SavedClustering> all = project.view().clusterings();
    return all.stream()
        .filter(c -> c.id().equals(wanted) || Folding.fold(c.name()).equals(Folding.fold(wanted)))
        .findFirst()
        .orElseThrow(() -> new Problem(Message.of("export.problem.noClustering", wanted,
            String.join(", ", all.stream().map(SavedClustering::name).toList()))));
  }

  private static List<PersonaPage> pages(List<Portrait> portraits, List<Persona> personas, List<String> names,
      Texts texts) {
    List<PersonaPage> pages = new ArrayList<>();
    for (int i = 0; i < portraits.size(); i++) {
      int cluster = portraits.get(i).cluster();
      pages.add(PersonaPage.of(portraits.get(i), personas.get(i),
          cluster <= names.size() ? names.get(cluster - 1) : "", texts));
    }
    return List.copyOf(pages);
  }
}
