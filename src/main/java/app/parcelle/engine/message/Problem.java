package app.parcelle.engine.message;

/**
 * An expected failure that a person has to hear about: a file that cannot be read, a field that is gone. It carries the
 * {@link Message} to show; its own exception text is the key, for logs, and holds no personal data.
 */
public class Problem extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient Message message;

  public Problem(Message message) {
    super(message.key());
    this.message = message;
  }

  public Problem(Message message, Throwable cause) {
    super(message.key(), cause);
    this.message = message;
  }

  public Message message() {
    return message;
  }
}
