package app.parcelle.engine.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.message.Message;
import app.parcelle.engine.sample.Shop.Mail;
import app.parcelle.engine.sample.ShopWords.Sheet;
import app.parcelle.engine.sample.Shopper.Consent;

/**
 * Writes the files of a sample shop: customers, orders, visits, e-mails and towns as CSV, the events in the order of their time;
 * and what was planted in them. Memory: 8 bytes an event of the largest file.
 */
public final class SampleFiles {
  private static final int FIRST_ORDER_ID = 100_001;
  private static final int STEP = 4_096;

  private final Shop shop;
  private final Path folder;
  private final JobContext job;
  private long orders;

  private SampleFiles(SampleRequest request, Path folder, JobContext job) {
    this.shop = new Shop(request);
    this.folder = folder;
    this.job = job;
  }

  /**
   * What was written.
   *
   * @param files customers, orders, visits, e-mails
   * @param towns where customers live, with coordinates
   * @param orders how many different order numbers, returns and guests included
   */
  public record Written(List<File> files, File towns, long orders, SampleTruth truth) {
    public Written {
      files = List.copyOf(files);
    }
  }

  /** One table's file and its rows, without the header. */
  public record File(Path path, long rows) {}

  /**
   * Writes the five tables, {@code truth.csv} and {@code truth.json} into an existing folder, replacing what is there.
   *
   * @throws UncheckedIOException when the folder cannot be written to
   */
  public static Written write(SampleRequest request, Path folder, JobContext job) {
    try {
      return new SampleFiles(request, folder, job).write();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Written write() throws IOException {
    List<File> files = List.of(customers(), orders(), visits(), emails());
    SampleTruth truth = SampleTruth.of(shop, folder.resolve("truth.csv"), job);
    Files.writeString(folder.resolve("truth.json"), truth.json());
    return new Written(files, towns(), orders, truth);
  }

  private File customers() throws IOException {
    int n = shop.request.customers();
    Sheet sheet = shop.words.sheets().customers();
    try (CsvBytes csv = begin(sheet)) {
      for (int number = 0; number < n; number++) {
        step(number, n, sheet);
        customer(csv, shop.shopper(number));
      }
      return file(sheet, csv);
    }
  }

  private void customer(CsvBytes csv, Shopper shopper) throws IOException {
    Person person = Person.of(shop, shopper);
    csv.customer(shopper.number)
        .text(person.title())
        .text(person.firstName())
        .text(person.lastName())
        .text(person.email() == null ? null : person.email() + "@example.com");
    if (person.born() != null) {
      csv.day(person.born());
    } else {
      csv.text(person.badBirthDate());
    }
    csv.text(person.cityMissing() ? null : person.city().name())
        .text(person.postalCodeMissing() ? null : person.city().postalCode())
        .text(person.city().country())
        .day(shopper.signUpDay)
        .text(yesNo(person.loyaltyCard()))
        .text(shopper.consent == Consent.UNKNOWN ? null : yesNo(shopper.consent == Consent.YES));
    Spot spot = Spot.of(shop, shopper, person);
    if (spot == null) {
      csv.text(null).text(null);
    } else {
      csv.degrees(spot.latitude()).degrees(spot.longitude());
    }
    csv.end();
  }

  private File towns() throws IOException {
    Sheet sheet = shop.words.sheets().towns();
    try (CsvBytes csv = begin(sheet)) {
      for (ShopWords.City city : shop.words.cities()) {
        csv.text(city.name())
            .text(city.postalCode())
            .text(city.country())
            .degrees(city.latitude())
            .degrees(city.longitude())
            .end();
      }
      return file(sheet, csv);
    }
  }

  private File orders() throws IOException {
    Sheet sheet = shop.words.sheets().orders();
    Moments moments = new Moments();
    int people = shop.request.customers() + shop.guests();
    for (int number = 0; number < people; number++) {
      step(number, people, sheet);
      Shopper shopper = shop.shopper(number);
      int[] minutes = shopper.orderMinutes();
      for (int i = 0; i < minutes.length; i++) {
        moments.add(minutes[i], number, 2 * i);
        int back = shopper.returnMinute(i, minutes[i]);
        if (back >= 0) {
          moments.add(back, number, 2 * i + 1);
        }
      }
    }
    orders = moments.size();
    Basket basket = shop.basket();
    try (CsvBytes csv = begin(sheet)) {
      moments.forEachInOrder((minute, number, item, rank) -> {
        step(rank, orders, sheet);
        order(csv, basket, minute, shop.shopper(number), item, FIRST_ORDER_ID + rank);
      });
      return file(sheet, csv);
    }
  }

  /** @param item twice the order's index; one more for what was sent back of it */
  private void order(CsvBytes csv, Basket basket, int minute, Shopper shopper, int item, long orderId)
      throws IOException {
    boolean back = (item & 1) == 1;
    basket.fill(shopper, item / 2, back ? shopper.orderMinutes()[item / 2] : minute);
    boolean guest = shopper.number >= shop.request.customers();
    Dice dice = new Dice(shop.request.seed(), 8, orderId);
    String channel = shop.words.channels().get(dice.skewed(3));
    String badDay = guest && dice.chance(0.05) ? shop.words.badDays().getFirst() : null;
    for (int line = 0; line < (back ? 1 : basket.lines); line++) {
      ShopWords.Product product = shop.words.products().get(basket.product[line]);
      csv.whole(orderId);
      if (guest) {
        csv.text(null);
      } else {
        csv.customer(shopper.number);
      }
      if (badDay == null) {
        csv.minute(minute);
      } else {
        csv.badMinute(badDay, minute);
      }
      csv.text(product.name())
          .text(dice.chance(0.004) ? null : product.category())
          .whole(back ? -1 - dice.below(basket.quantity[line]) : basket.quantity[line])
          .money(basket.cents[line])
          .text(channel)
          .end();
    }
  }

  private File visits() throws IOException {
    Sheet sheet = shop.words.sheets().visits();
    int n = shop.request.customers();
    Moments moments = new Moments();
    for (int number = 0; number < n; number++) {
      step(number, n, sheet);
      int[] minutes = shop.visitMinutes(shop.shopper(number));
      for (int i = 0; i < minutes.length; i++) {
        moments.add(minutes[i], number, i);
      }
    }
    try (CsvBytes csv = begin(sheet)) {
      moments.forEachInOrder((minute, number, item, rank) -> {
        step(rank, moments.size(), sheet);
        Dice dice = new Dice(shop.request.seed(), 9, rank);
        csv.customer(number)
            .minute(minute)
            .text(dice.chance(0.01) ? null : shop.words.devices().get(dice.skewed(3)));
        if (dice.chance(0.005)) {
          csv.text(null);
        } else {
          csv.whole(1 + dice.poisson(0.6 + 5 * dice.unit()));
        }
        csv.end();
      });
      return file(sheet, csv);
    }
  }

  private File emails() throws IOException {
    Sheet sheet = shop.words.sheets().emails();
    int n = shop.request.customers();
    Moments moments = new Moments();
    for (int number = 0; number < n; number++) {
      step(number, n, sheet);
      Shopper shopper = shop.shopper(number);
      for (int c = 0; c < shop.campaignDays.length; c++) {
        Mail mail = shop.mail(shopper, c);
        if (mail != Mail.NOT_SENT) {
          moments.add(shop.mailMinute(number, c), number,
              4 * c + (mail == Mail.CLICKED ? 3 : mail == Mail.OPENED ? 1 : 0));
        }
      }
    }
    String[] campaigns = IntStream.range(0, shop.campaignDays.length)
        .mapToObj(this::campaign)
        .toArray(String[]::new);
    try (CsvBytes csv = begin(sheet)) {
      moments.forEachInOrder((minute, number, item, rank) -> {
        step(rank, moments.size(), sheet);
        csv.customer(number)
            .minute(minute)
            .text(campaigns[item / 4])
            .text(yesNo((item & 1) != 0))
            .text(yesNo((item & 2) != 0))
            .end();
      });
      return file(sheet, csv);
    }
  }

  private String campaign(int c) {
    List<String> names = shop.words.campaigns();
    int month = Calendar.date(shop.campaignDays[c]).getMonthValue();
    return names.get(c * 5 % names.size()) + " " + (month < 10 ? "0" : "") + month + "/"
        + Calendar.date(shop.campaignDays[c]).getYear();
  }

  private String yesNo(boolean yes) {
    return yes ? shop.words.yes() : shop.words.no();
  }

  private CsvBytes begin(Sheet sheet) throws IOException {
    CsvBytes csv = new CsvBytes(folder.resolve(sheet.file()), shop.words);
    sheet.headers().forEach(csv::text);
    csv.end();
    return csv;
  }

  private File file(Sheet sheet, CsvBytes csv) {
    return new File(folder.resolve(sheet.file()), csv.lines() - 1);
  }

  private void step(long done, long total, Sheet sheet) {
    if (done % STEP == 0) {
      job.throwIfCancelled();
      job.progress(done, total, Message.of("sample.writing", sheet.file()));
    }
  }

  /** Who did what when, packed into 64 bits each, so that sorting is by time, customer and item. */
  private static final class Moments {
    private static final int NUMBER_BITS = 21;
    private static final int ITEM_BITS = 20;

    private long[] packed = new long[1_024];
    private int size;

    /** What is done with each moment; rank counts from 0. */
    private interface Visitor {
      void visit(int minute, int number, int item, long rank) throws IOException;
    }

    void add(int minute, int number, int item) {
      if (size == packed.length) {
        packed = Arrays.copyOf(packed, size * 2);
      }
      packed[size++] = ((long) minute << (NUMBER_BITS + ITEM_BITS)) | ((long) number << ITEM_BITS) | item;
    }

    int size() {
      return size;
    }

    void forEachInOrder(Visitor visitor) throws IOException {
      Arrays.sort(packed, 0, size);
      for (int i = 0; i < size; i++) {
        long moment = packed[i];
        visitor.visit((int) (moment >> (NUMBER_BITS + ITEM_BITS)),
            (int) (moment >> ITEM_BITS) & ((1 << NUMBER_BITS) - 1), (int) moment & ((1 << ITEM_BITS) - 1), i);
      }
    }
  }
}
