package app.parcelle.engine.sql;

import static org.jooq.impl.DSL.not;

import org.jooq.Condition;
import org.jooq.impl.DSL;

import app.parcelle.engine.segment.Condition.Consent;
import app.parcelle.engine.segment.FieldRef;

/** What customers have consented to. */
record ConsentSql(CustomerQuery query) {
  Condition of(Consent consent) {
    Operand said = new FieldSql(query).of(FieldRef.named(consent.source()));
    return switch (consent.state()) {
      case GRANTED -> DSL.condition(said.yes());
      case REFUSED -> not(DSL.condition(said.yes()));
      case UNKNOWN -> said.value().isNull();
    };
  }
}
