package app.parcelle.engine.evaluate;

import java.util.List;
import java.util.function.Function;

import app.parcelle.engine.segment.Condition;
import app.parcelle.engine.segment.FieldRef;
import app.parcelle.engine.table.Bits;
import app.parcelle.engine.table.Chunk;
import app.parcelle.engine.table.Column;
import app.parcelle.engine.table.Dataset;
import app.parcelle.engine.table.Meaning;
import app.parcelle.engine.table.TableVersion;

/** A condition over the rows of a table, ready to run chunk by chunk. Safe between threads. */
interface RowTest {
  /** One bit a row of the chunk, the caller's to keep. */
  long[] mark(TableVersion.Run run, int index);

  /** What rows of a table are tested with. */
  record Rows(Dataset data, TableVersion table, AsOf asOf,
      Function<Condition.Occurrence, List<long[]>> occurrences) {

    /** Each part is made ready once, so that the texts of a dictionary are looked at once. */
    RowTest test(Condition condition) {
      return switch (condition) {
        case Condition.Everyone() -> (run, index) -> Bits.full(rows(run, index));
        case Condition.AllOf(List<Condition> children) -> {
          List<RowTest> tests = children.stream().map(this::test).toList();
          yield (run, index) -> {
            long[] all = Bits.full(rows(run, index));
            for (int i = 0; i < tests.size() && (i == 0 || !isEmpty(all)); i++) {
              Bits.and(all, tests.get(i).mark(run, index));
            }
            return all;
          };
        }
        case Condition.AnyOf(List<Condition> children) -> {
          List<RowTest> tests = children.stream().map(this::test).toList();
          yield (run, index) -> {
            long[] any = Bits.of(rows(run, index));
            tests.forEach(test -> Bits.or(any, test.mark(run, index)));
            return any;
          };
        }
        case Condition.Not(Condition child) -> {
          RowTest test = test(child);
          yield (run, index) -> Bits.without(Bits.full(rows(run, index)), test.mark(run, index));
        }
        case Condition.Occurrence occurrence -> {
          List<long[]> marks = occurrences.apply(occurrence);
          yield (run, index) -> {
            int first = index * (Chunk.ROWS >> 6);
            return java.util.Arrays.copyOfRange(marks.get(run.index()), first,
                first + Bits.words(rows(run, index)));
          };
        }
        case Condition.ListTest test -> list(test.field(), ListTests.of(test, elements(test.field())));
        case Condition.ListSize test -> list(test.field(), ListTests.of(test, elements(test.field())));
        default -> attribute(AttributeTest.of(condition, this::column, asOf));
      };
    }

    private RowTest list(FieldRef field, ListTests test) {
      Column column = column(field);
      return (run, index) -> {
        Chunk chunk = data.chunk(table, column, run, index);
        long[] met = Bits.of(chunk.rows());
        test.mark(chunk, met, Bits.of(chunk.rows()), 0);
        return met;
      };
    }

    private ListElements elements(FieldRef field) {
      return new ListElements(column(field).meaning().is(Meaning.Kind.LIST)
          ? column(field).meaning().detail()
          : null);
    }

    private RowTest attribute(AttributeTest test) {
      Column column = column(test.field());
      FieldRef other = test.other();
      if (other == null) {
        return (run, index) -> test.mark(data.chunk(table, column, run, index), null);
      }
      Column compared = column(other);
      return (run, index) -> test.mark(data.chunk(table, column, run, index),
          data.chunk(table, compared, run, index));
    }

    private Column column(FieldRef ref) {
      return EventRows.column(table, ref);
    }

    private static int rows(TableVersion.Run run, int index) {
      return Math.min(Chunk.ROWS, run.rows() - index * Chunk.ROWS);
    }

    private static boolean isEmpty(long[] bits) {
      for (long word : bits) {
        if (word != 0) {
          return false;
        }
      }
      return true;
    }
  }
}
