package app.parcelle.ui;

import javafx.event.Event;
import javafx.event.EventTarget;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.stage.Window;

import org.testfx.api.FxRobot;
import org.testfx.robot.KeyboardRobot;
import org.testfx.robot.Motion;
import org.testfx.robot.MouseRobot;
import org.testfx.service.query.PointQuery;
import org.testfx.util.WaitForAsyncUtils;

/**
 * A robot at mouse and keyboard that waits once for what it did: by itself TestFX waits 75 ms after every letter, twice 50 ms
 * for every key and four times for every click, and has the window drawn up to 200 times on the way of the mouse.
 */
public final class Hands extends FxRobot {
  static {
    // it is read when the classes of the robot are loaded
    System.setProperty("testfx.robot.move_max_count", "20");
  }

  @Override
  public FxRobot clickOn(PointQuery place, Motion motion, MouseButton... buttons) {
    clicks(place, buttons);
    WaitForAsyncUtils.waitForFxEvents();
    return this;
  }

  @Override
  public FxRobot doubleClickOn(PointQuery place, Motion motion, MouseButton... buttons) {
    clicks(place, buttons);
    return clickOn(place, motion, buttons);
  }

  private void clicks(PointQuery place, MouseButton... buttons) {
    MouseRobot mouse = robotContext().getMouseRobot();
    // what was just shown stands where it will be seen, however late the next picture is
    interact(() -> listWindows().stream().map(window -> window.getScene().getRoot()).forEach(root -> {
      root.applyCss();
      root.layout();
    }));
    mouse.moveNoWait(place.query());
    mouse.pressNoWait(buttons);
    mouse.releaseNoWait(buttons);
  }

  /** Carries a node to a place on the screen and lets it go there. */
  public void carry(Node from, double x, double y) {
    // without a display the drag belongs to what lies under the mouse when it is noticed: still the node, this way
    drag(from).moveBy(40, 0).moveTo(x, y).moveBy(3, 2).drop();
  }

  @Override
  public FxRobot write(String text) {
    // each by itself, so that the thread is held no longer than by a person
    text.chars().forEach(letter -> interactNoWait(() -> types(Character.toString(letter))));
    WaitForAsyncUtils.waitForFxEvents();
    return this;
  }

  private void types(String letter) {
    Scene scene = listWindows().stream()
        .filter(Window::isFocused)
        .findFirst()
        .orElseGet(this::targetWindow)
        .getScene();
    EventTarget target = scene.getFocusOwner() == null ? scene : scene.getFocusOwner();
    Event.fireEvent(target,
        new KeyEvent(KeyEvent.KEY_TYPED, letter, "", KeyCode.UNDEFINED, false, false, false, false));
  }

  @Override
  public FxRobot type(KeyCode... keys) {
    for (KeyCode key : keys) {
      push(key);
    }
    return this;
  }

  @Override
  public FxRobot push(KeyCode... keys) {
    KeyboardRobot keyboard = robotContext().getKeyboardRobot();
    keyboard.pressNoWait(keys);
    keyboard.releaseNoWait(keys);
    WaitForAsyncUtils.waitForFxEvents();
    return this;
  }
}
