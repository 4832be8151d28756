package fr.livret.command.imports;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * A flat table with a header, as a spreadsheet writes it: commas, semicolons or tabs, with or
 * without a byte order mark, in UTF-8. Each row becomes lines of an import, under its number.
 */
public final class CsvSource implements LineSource {
  private static final int LONGEST_HEADER = 32 * 1024;

  private final Counted counted;
  private final Deque<Entry> waiting = new ArrayDeque<>();
  private @Nullable Rows rows;
  private boolean over;

  /** Over a stream, which it does not close. */
  public CsvSource(InputStream in) {
    this.counted = new Counted(in);
  }

  @Override
  public long bytes() {
    return counted.bytes;
  }

  @Override
  public @Nullable Entry next() throws IOException {
    while (waiting.isEmpty() && !over) {
      if (rows == null) {
        rows = opened();
      } else {
        readOn(rows);
      }
    }
    return waiting.poll();
  }

  private @Nullable Rows opened() throws IOException {
    BufferedInputStream in = new BufferedInputStream(counted, LONGEST_HEADER * 2);
    in.mark(LONGEST_HEADER);
    String start = new String(in.readNBytes(LONGEST_HEADER - 1), StandardCharsets.UTF_8);
    in.reset();
    if (start.startsWith("\uFEFF")) {
      in.skipNBytes(3);
    }
    Reader decoded =
        new InputStreamReader(
            in,
            StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE));
    Rows opened = new Rows(new Bounded(decoded), delimiterOf(start.lines().findFirst().orElse("")));
    CSVRecord header = nextRecord(opened);
    if (header == null) {
      over = true;
      return null;
    }
    CsvRow.Header columns = CsvRow.header(header);
    if (columns.errors().isEmpty()) {
      opened.header = columns;
      return opened;
    }
    waiting.add(new Entry.Flawed(opened.line, columns.errors()));
    over = true;
    return null;
  }

  private void readOn(Rows rows) {
    CSVRecord record = nextRecord(rows);
    if (record != null && rows.header != null) {
      boolean blank = record.size() == 1 && record.get(0).isBlank();
      if (!blank) {
        waiting.addAll(new CsvRow(rows.line, rows.header, record).entries());
      }
    }
  }

  /** Once the table is broken nobody can tell where the next row begins: nothing more is read. */
  private @Nullable CSVRecord nextRecord(Rows rows) {
    rows.line = rows.parser.getCurrentLineNumber() + 1;
    rows.reader.begin();
    try {
      if (rows.records.hasNext()) {
        return rows.records.next();
      }
    } catch (UncheckedIOException | IllegalStateException _) {
      waiting.add(
          Entry.Flawed.of(
              rows.line,
              "row",
              "is not CSV: a quote is open or stands amid a cell; nothing after it is read"));
    }
    over = true;
    return null;
  }

  private static char delimiterOf(String header) {
    char best = ',';
    for (char one : new char[] {';', '\t'}) {
      if (count(header, one) > count(header, best)) {
        best = one;
      }
    }
    return best;
  }

  private static long count(String text, char it) {
    return text.chars().filter(one -> one == it).count();
  }

  private static final class Rows {
    private final Bounded reader;
    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private CsvRow.@Nullable Header header;
    private long line;

    Rows(Bounded reader, char delimiter) throws IOException {
      this.reader = reader;
      CSVFormat format =
          CSVFormat.RFC4180.builder().setDelimiter(delimiter).setIgnoreEmptyLines(false).get();
      this.parser = CSVParser.builder().setReader(reader).setFormat(format).get();
      this.records = parser.iterator();
    }
  }

  /** A quote that is never closed must not take in the whole file. */
  private static final class Bounded extends FilterReader {
    private long sinceRow;

    Bounded(Reader in) {
      super(in);
    }

    void begin() {
      sinceRow = 0;
    }

    @Override
    public int read() throws IOException {
      counted(1);
      return super.read();
    }

    @Override
    public int read(char[] into, int offset, int length) throws IOException {
      int read = super.read(into, offset, length);
      counted(read);
      return read;
    }

    private void counted(int read) throws IOException {
      sinceRow += read;
      if (sinceRow > LONGEST_LINE) {
        throw new IOException("a row has more than " + LONGEST_LINE + " characters");
      }
    }
  }

  private static final class Counted extends FilterInputStream {
    private long bytes;

    Counted(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int it = super.read();
      bytes += it < 0 ? 0 : 1;
      return it;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      int read = super.read(into, offset, length);
      bytes += Math.max(0, read);
      return read;
    }
  }

  /** All that stands on the lines of a table, for those that are short. */
  static List<Entry> all(InputStream in) throws IOException {
    CsvSource source = new CsvSource(in);
    List<Entry> all = new ArrayList<>();
    for (Entry entry = source.next(); entry != null; entry = source.next()) {
      all.add(entry);
    }
    return all;
  }
}
