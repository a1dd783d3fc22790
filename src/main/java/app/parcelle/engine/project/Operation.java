package app.parcelle.engine.project;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import app.parcelle.engine.message.Message;

/**
 * What a person did to a project, as the journal keeps it: a versioned document.
 *
 * @param kind what was done
 * @param subject the name of what it was done to
 * @param details what is needed to do it again; null where the subject says it
 */
record Operation(int version, Kind kind, String subject, @Nullable JsonNode details) {
  private static final int VERSION = 1;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** The operations there are. Names are kept in files: they may be added to, and never renamed. */
  enum Kind {
    IMPORT, COUNT_WHEN, REMOVE_TABLE, SAVE_SEGMENT, REMOVE_SEGMENT, SAVE_CLUSTERING, RENAME_SEGMENT, NAME_CLUSTERS, APPEND, REPLACE, UPDATE, SALE, LINK, UNLINK, LOOKUP, MEND, RETRY, IGNORE, RFM, MOVE_SEGMENT, DESCRIBE_SEGMENT, ADD_FOLDER, RENAME_FOLDER, REMOVE_FOLDER, SPLIT_SEGMENT, ADD_LAYER, RENAME_LAYER, REMOVE_LAYER, FREEZE, REMOVE_SNAPSHOT, RENAME_CLUSTERING, REMOVE_CLUSTERING, REFRESH_CLUSTERING
  }

  static Operation of(Kind kind, String subject) {
    return new Operation(VERSION, kind, subject, null);
  }

  static Operation of(Kind kind, String subject, JsonNode details) {
    return new Operation(VERSION, kind, subject, details);
  }

  String write() {
    return JSON.writeValueAsString(this);
  }

  static Operation read(String document) {
    return JSON.readValue(document, Operation.class);
  }

  Message message() {
    return switch (kind) {
      case IMPORT -> Message.of("project.did.import", subject);
      case COUNT_WHEN -> Message.of("project.did.countWhen", subject);
      case REMOVE_TABLE -> Message.of("project.did.removeTable", subject);
      case SAVE_SEGMENT -> Message.of("project.did.saveSegment", subject);
      case REMOVE_SEGMENT -> Message.of("project.did.removeSegment", subject);
      case SAVE_CLUSTERING -> Message.of("project.did.saveClustering", subject);
      case RENAME_SEGMENT -> Message.of("project.did.renameSegment", subject, text());
      case NAME_CLUSTERS -> Message.of("project.did.nameClusters", subject);
      case APPEND -> Message.of("project.did.append", subject, text());
      case REPLACE -> Message.of("project.did.replace", subject, text());
      case UPDATE -> Message.of("project.did.update", subject, text());
      case SALE -> Message.of("project.did.sale", subject);
      case LINK -> Message.of("project.did.link", subject, text());
      case LOOKUP -> Message.of("project.did.lookup", subject);
      case UNLINK -> Message.of("project.did.unlink", subject, text());
      case MEND -> Message.of("project.did.mend", subject, text());
      case RETRY -> Message.of("project.did.retry", subject);
      case IGNORE -> Message.of("project.did.ignore", subject);
      case RFM -> subject.isEmpty()
          ? Message.of("project.did.noRfm")
          : Message.of("project.did.rfm", subject);
      case MOVE_SEGMENT -> text().isEmpty()
          ? Message.of("project.did.moveSegmentOut", subject)
          : Message.of("project.did.moveSegment", subject, text());
      case DESCRIBE_SEGMENT -> Message.of("project.did.describeSegment", subject);
      case ADD_FOLDER -> Message.of("project.did.addFolder", subject);
      case RENAME_FOLDER -> Message.of("project.did.renameFolder", subject, text());
      case REMOVE_FOLDER -> Message.of("project.did.removeFolder", subject);
      case SPLIT_SEGMENT -> Message.of("project.did.splitSegment", subject);
      case ADD_LAYER -> Message.of("project.did.addLayer", subject);
      case RENAME_LAYER -> Message.of("project.did.renameLayer", subject, text());
      case REMOVE_LAYER -> Message.of("project.did.removeLayer", subject);
      case RENAME_CLUSTERING -> Message.of("project.did.renameClustering", subject, text());
      case REMOVE_CLUSTERING -> Message.of("project.did.removeClustering", subject);
      case REFRESH_CLUSTERING -> Message.of("project.did.refreshClustering", subject);
      case FREEZE -> Message.of("project.did.freeze", subject);
      case REMOVE_SNAPSHOT -> Message.of("project.did.removeSnapshot", subject);
    };
  }

  private String text() {
    return details == null ? "" : details.asString();
  }
}
