package app.parcelle.ui.segment;

import app.parcelle.engine.message.Message;
import app.parcelle.ui.shell.Workbench;

/** What the builder tells the workbench. */
interface Notices {
  void say(Message message);

  void complain(Throwable failure);

  /** The project has been changed. */
  void changed();

  static Notices of(Workbench workbench) {
    return new Notices() {
      @Override
      public void say(Message message) {
        workbench.say(message);
      }

      @Override
      public void complain(Throwable failure) {
        workbench.complain(failure);
      }

      @Override
      public void changed() {
        workbench.changed();
      }
    };
  }
}
