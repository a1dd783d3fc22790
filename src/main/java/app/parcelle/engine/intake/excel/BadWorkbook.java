package app.parcelle.engine.intake.excel;

import java.io.IOException;

import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Problem;

/** Why a workbook cannot be read, before anybody has said which one. */
final class BadWorkbook extends IOException {
  private static final long serialVersionUID = 1;

  private final String key;

  private BadWorkbook(String key) {
    super(key);
    this.key = key;
  }

  /** What it holds is not what such a file holds. */
  static BadWorkbook damaged() {
    return new BadWorkbook("intake.excel.damaged");
  }

  /** It becomes far larger than it looks, or brings definitions of its own that do so. */
  static BadWorkbook bomb() {
    return new BadWorkbook("intake.excel.bomb");
  }

  static BadWorkbook encrypted() {
    return new BadWorkbook("intake.excel.encrypted");
  }

  /** A document of another program in the same wrapping. */
  static BadWorkbook another() {
    return new BadWorkbook("intake.excel.another");
  }

  /** What has to be held of it as a whole takes more memory than it may. */
  static BadWorkbook tooLarge() {
    return new BadWorkbook("intake.excel.too-large");
  }

  Problem of(String name) {
    return new Problem(Message.of(key, name), this);
  }
}
