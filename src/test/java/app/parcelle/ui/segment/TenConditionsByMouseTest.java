package app.parcelle.ui.segment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Predicate;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import app.parcelle.engine.segment.SegmentJson;

/** Someone builds the segment of ten conditions in three groups with the mouse, and goes back and forth with it. */
class TenConditionsByMouseTest {
  private final List<TenConditions> opened = new ArrayList<>();

  @Test
  void theMouseBuildsWhatTheKeyboardBuilds() throws Exception {
    TenConditions ten = open(Locale.FRANCE);
    new ByMouse(ten).builds();
    ten.assertBuilt();
    String built = SegmentJson.write(ten.model().segment());
    long[] members = members(ten);
    new ByMouse(ten).goesBackAndForth();
    assertEquals(built, SegmentJson.write(ten.model().segment()));
    assertArrayEquals(members, members(ten));
  }

  private TenConditions open(Locale locale) throws Exception {
    TenConditions ten = new TenConditions(locale);
    opened.add(ten);
    return ten;
  }

  @AfterEach
  void leave() throws Exception {
    for (TenConditions one : opened) {
      one.leave();
    }
  }

  private static long[] members(TenConditions ten) {
    return Objects.requireNonNull(
        Objects.requireNonNull(ten.model().outcome().get()).evaluation().members());
  }

  /** Finds what it presses by what a person sees, and scrolls to it. */
  private record ByMouse(TenConditions ten) {
    void builds() {
      drag("Pays", only(".empty-rule", _ -> true));
      ticks("France");
      for (String field : List.of("Inscription", ten.texts.text("builder.source.sequence"),
          "E-mail marketing")) {
        drag(field, only(".rule-view .label", node -> isNamed(node, "builder.add.hint")));
      }
      press(wholeRule("builder.add.block"));
      for (String field : List.of("Commandes", "Inscription", ten.texts.text("builder.source.chance"))) {
        drag(field, only(".block", _ -> true));
      }
      types(".block .criterion .text-field", "3");
      press(wholeRule("builder.add.exclusion"));
      for (String field : List.of("Dernière visite", "E-mail marketing")) {
        drag(field, only(".block.excluded", _ -> true));
      }
      // where it is pressed twice, it goes below the card that is chosen
      finds(ten.texts.text("builder.everyone"));
      ten.robot.doubleClickOn(item(ten.texts.text("builder.everyone")));
      ten.settle();
    }

    void goesBackAndForth() {
      int steps = 0;
      for (; ten.model().undoable().get(); steps++) {
        press(only("#undo", _ -> true));
      }
      assertTrue(ten.model().draft().isEmpty());
      assertTrue(steps >= 14);
      for (; steps > 0; steps--) {
        press(only("#redo", _ -> true));
      }
      assertTrue(only("#redo", _ -> true).isDisabled());
    }

    /** Lets go of a field near the lower edge of something, where nothing is to be pressed. */
    private void drag(String field, Node onto) {
      finds(field);
      inSight(onto);
      Bounds to = onto.localToScreen(onto.getBoundsInLocal());
      ten.robot.carry(item(field), to.getCenterX(), to.getMaxY() - 12);
      ten.settle();
    }

    /** Writes into the search over the fields. */
    private void finds(String field) {
      ten.robot.clickOn(only(".palette .text-field", _ -> true));
      ten.robot.push(KeyCode.SHORTCUT, KeyCode.A).write(field);
      ten.settle();
    }

    private Node item(String field) {
      String named = ten.texts.text("builder.palette.add", field);
      return only(".palette-item", item -> named.equals(item.getAccessibleText()));
    }

    private void ticks(String text) {
      press(only(".criterion .value", _ -> true));
      press(only(".check-list .check-box", box -> text.equals(((CheckBox) box).getText())));
      ten.robot.type(KeyCode.ESCAPE);
      ten.settle();
    }

    private void types(String field, String number) {
      press(only(field, _ -> true));
      ten.robot.push(KeyCode.SHORTCUT, KeyCode.A).write(number).type(KeyCode.ENTER);
      ten.settle();
    }

    private void press(Node node) {
      inSight(node);
      ten.robot.clickOn(node);
      ten.settle();
    }

    /** A button below the whole rule; blocks have such buttons of their own. */
    private Node wholeRule(String key) {
      return only(".rule-view .button",
          node -> isNamed(node, key) && !node.getStyleClass().contains("quiet"));
    }

    private boolean isNamed(Node node, String key) {
      return node instanceof Labeled words && ten.texts.text(key).equals(words.getText());
    }

    /** The only one a person could see, even if after scrolling: a list also keeps a cell to measure others with. */
    private Node only(String selector, Predicate<Node> which) {
      return ten.robot.lookup(selector)
          .queryAll()
          .stream()
          .filter(which)
          .filter(ByMouse::isShown)
          .findFirst()
          .orElseThrow(() -> new AssertionError(selector));
    }

    private static boolean isShown(Node node) {
      return node.isVisible() && (node.getParent() == null || isShown(node.getParent()));
    }

    /** Turns the wheel until it is there. */
    private void inSight(Node node) {
      ten.robot.interactNoWait(() -> {
        Node around = node;
        while (around != null && !(around instanceof ScrollPane)) {
          around = around.getParent();
        }
        if (around instanceof ScrollPane scroll) {
          Bounds own = scroll.getContent().sceneToLocal(node.localToScene(node.getBoundsInLocal()));
          double room = scroll.getViewportBounds().getHeight();
          double hidden = scroll.getContent().getLayoutBounds().getHeight() - room;
          scroll.setVvalue(hidden <= 0 ? 0 : Math.clamp((own.getMaxY() - room / 2) / hidden, 0, 1));
          scroll.layout();
        }
      });
      ten.settle();
    }
  }
}
