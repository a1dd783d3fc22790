package app.parcelle.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.lang.ArchRule;

/**
 * What may depend on what.
 *
 * @param root the package that holds {@code engine}, {@code ui} and {@code cli}
 */
record Layers(String root) {
  /** Everything that is true without a screen can be run without one. */
  ArchRule engineKnowsNoScreen() {
    return noClasses().that(resideInAPackage(root + ".engine.."))
        .should()
        .dependOnClassesThat(
            resideInAnyPackage("javafx..", "java.awt..", "javax.swing..", root + ".ui..", root + ".cli.."));
  }

  ArchRule engineHasNoCycles() {
    return slices().matching(root + ".engine.(*)..").should().beFreeOfCycles();
  }

  /** A statistics library has sharp edges; one package each keeps them. */
  ArchRule smileStaysInClusterAndPredict() {
    return noClasses().that(not(resideInAnyPackage(root + ".engine.cluster..", root + ".engine.predict..")))
        .should()
        .dependOnClassesThat(resideInAPackage("smile.."));
  }

  ArchRule poiStaysInIntakeAndExport() {
    return noClasses().that(not(resideInAnyPackage(root + ".engine.intake..", root + ".engine.export..")))
        .should()
        .dependOnClassesThat(resideInAPackage("org.apache.poi.."));
  }

  ArchRule pdfStaysInExport() {
    return noClasses().that(not(resideInAPackage(root + ".engine.export..")))
        .should()
        .dependOnClassesThat(resideInAPackage("org.apache.pdfbox.."));
  }

  ArchRule sqlStaysInTheStoreAndWithDatabases() {
    return noClasses()
        .that(not(resideInAnyPackage(root + ".engine.store..", root + ".engine.sql..",
            root + ".engine.intake.database..")))
        .should()
        .dependOnClassesThat(resideInAnyPackage("java.sql..", "javax.sql..", "org.h2.."));
  }

  ArchRule jooqStaysInSql() {
    return noClasses().that(not(resideInAnyPackage(root + ".engine.sql..")))
        .should()
        .dependOnClassesThat(resideInAPackage("org.jooq.."));
  }

  /** What a view model decides can be tested without a window. */
  ArchRule viewModelsKnowNoScene() {
    return noClasses().that()
        .haveNameMatching(".*ViewModel(\\$.*)?")
        .should()
        .dependOnClassesThat(resideInAnyPackage("javafx.scene..", "javafx.stage.."));
  }

  /** One place owns threads; the window itself hands failures of other threads over. */
  ArchRule threadsOfTheScreenStayInJob() {
    return noClasses().that(resideInAPackage(root + ".ui.."))
        .and(not(resideInAPackage(root + ".ui.job..")))
        .and()
        .doNotHaveSimpleName("WorkbenchWindow")
        .should()
        .callMethod("javafx.application.Platform", "runLater",
            Runnable.class.getName())
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.util.concurrent.Executors")
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName(Thread.Builder.class.getName());
  }

  ArchRule nobodyIsASingleton() {
    return noMethods().should().haveName("getInstance");
  }
}
