package app.parcelle.engine.sample;

import java.util.List;

/**
 * What a shop in one country is made of: names, places, products, and how its files are written.
 *
 * @param products ascending by price
 * @param cities the largest first
 * @param delimiter between the fields of its files
 * @param decimal between whole and cents
 * @param dayPattern of its dates
 * @param badDays what was typed where a date should be
 * @param sheets of its files
 */
record ShopWords(List<String> women, List<String> men, List<String> families, List<City> cities,
    List<Product> products, List<String> campaigns, List<String> channels, List<String> devices, String madam,
    String sir, String yes, String no, char delimiter, char decimal, String dayPattern, List<String> badDays,
    Sheets sheets) {

  /**
   * A place to live; the postal code keeps its leading zeros.
   *
   * @param latitude of its middle, in decimal degrees, as is the longitude
   */
  record City(String name, String postalCode, String country, double latitude, double longitude) {}

  /** Something for sale. */
  record Product(String name, String category, int cents) {}

  /** The files: name without ending, and headers. */
  record Sheets(Sheet customers, Sheet orders, Sheet visits, Sheet emails, Sheet towns) {}

  /** One file: its name, which becomes the table's, and its columns. */
  record Sheet(String name, List<String> headers) {
    Sheet(String name, String... headers) {
      this(name, List.of(headers));
    }

    String file() {
      return name + ".csv";
    }
  }

  static ShopWords of(SampleRequest request) {
    return request.french() ? FrenchShop.WORDS : EnglishShop.WORDS;
  }

  /** Words between commas. */
  static List<String> list(String words) {
    return List.of(words.strip().split("\\s*,\\s*"));
  }

  /** Cities, one a line: name, postal code, country, latitude, longitude. */
  static List<City> cities(String lines) {
    return lines.strip()
        .lines()
        .map(line -> line.strip().split("\\s*,\\s*"))
        .map(part -> new City(part[0], part[1], part[2], Double.parseDouble(part[3]),
            Double.parseDouble(part[4])))
        .toList();
  }

  /** Products, one category a line: {@code category: name price, name price}, prices in cents; sorted by price. */
  static List<Product> products(String lines) {
    return lines.strip().lines().flatMap(line -> {
      String category = line.substring(0, line.indexOf(':')).strip();
      return list(line.substring(line.indexOf(':') + 1)).stream().map(item -> {
        int space = item.lastIndexOf(' ');
        return new Product(item.substring(0, space), category, Integer.parseInt(item.substring(space + 1)));
      });
    }).sorted(java.util.Comparator.comparingInt(Product::cents)).toList();
  }
}
