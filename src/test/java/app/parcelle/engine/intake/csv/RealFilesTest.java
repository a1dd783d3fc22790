package app.parcelle.engine.intake.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import app.parcelle.SharedData;
import app.parcelle.engine.intake.IntakeResult.ReadColumn;
import app.parcelle.engine.table.Role;
import app.parcelle.engine.table.TableKind;

/** Published files, of which nobody has said anything, are read as a person would read them. */
class RealFilesTest {
  /** Files, their kind, their rows, and of each column the type, the role and how many cells are missing. */
  private static final String COLUMNS = """
      customers/marketing_campaign.csv | CUSTOMERS | 2240
        ID identifier customer-key; Year_Birth whole; Education text; Marital_Status text;
        Income whole -24; Kidhome whole; Teenhome whole; Dt_Customer date; Recency whole; MntWines whole;
        MntFruits whole; MntMeatProducts whole; MntFishProducts whole; MntSweetProducts whole;
        MntGoldProds whole; NumDealsPurchases whole; NumWebPurchases whole; NumCatalogPurchases whole;
        NumStorePurchases whole; NumWebVisitsMonth whole; AcceptedCmp3 yes-no; AcceptedCmp4 yes-no;
        AcceptedCmp5 yes-no; AcceptedCmp1 yes-no; AcceptedCmp2 yes-no; Complain yes-no;
        Z_CostContact whole; Z_Revenue whole; Response yes-no;

      customers/cc_general.csv | CUSTOMERS | 8950
        CUST_ID identifier customer-key; BALANCE decimal; BALANCE_FREQUENCY decimal; PURCHASES decimal;
        ONEOFF_PURCHASES decimal; INSTALLMENTS_PURCHASES decimal; CASH_ADVANCE decimal;
        PURCHASES_FREQUENCY decimal; ONEOFF_PURCHASES_FREQUENCY decimal;
        PURCHASES_INSTALLMENTS_FREQUENCY decimal; CASH_ADVANCE_FREQUENCY decimal; CASH_ADVANCE_TRX whole;
        PURCHASES_TRX whole; CREDIT_LIMIT decimal -1; PAYMENTS decimal; MINIMUM_PAYMENTS decimal -313;
        PRC_FULL_PAYMENT decimal; TENURE whole;

      customers/Wholesale_customers_data.csv | EVENTS | 440
        Channel whole; Region whole; Fresh whole; Milk whole; Grocery whole; Frozen whole;
        Detergents_Paper whole; Delicassen whole;

      bank/bank-full.csv | EVENTS | 45211
        age whole; job text; marital text; education text; default yes-no; balance whole; housing yes-no;
        loan yes-no; contact text; day whole; month text; duration whole; campaign whole; pdays whole;
        previous whole; poutcome text; y yes-no;

      bank/bank.csv | EVENTS | 4521
        age whole; job text; marital text; education text; default yes-no; balance whole; housing yes-no;
        loan yes-no; contact text; day whole; month text; duration whole; campaign whole; pdays whole;
        previous whole; poutcome text; y yes-no;

      cdnow/cdnow_customers_summary.csv | CUSTOMERS | 2357
        ID identifier customer-key; frequency whole; recency decimal; T decimal;

      cdnow/cdnow_customers_summary_with_transactions.csv | CUSTOMERS | 2357
        ID identifier customer-key; x whole; t_x decimal; T decimal; zbar decimal;

      cdnow/example_transactions.csv | EVENTS | 15273
        date date-time event-time; id identifier customer-key;

      rfm/rfm_data_orders.csv | EVENTS | 4906
        customer_id identifier customer-key; order_date date event-time; revenue whole amount;
        first_name text; last_name text; email text;

      rfm/rfm_data_customer.csv | CUSTOMERS | 39999
        customer_id identifier customer-key; revenue whole; most_recent_visit date;
        number_of_orders whole; recency_days whole; first_name text; last_name text; email text;

      journey/transactions_sample.csv | EVENTS | 75000
        household_id identifier customer-key; store_id identifier; basket_id identifier order-key;
        product_id identifier product; quantity whole quantity; sales_value decimal amount;
        retail_disc decimal; coupon_disc decimal; coupon_match_disc decimal; week whole;
        transaction_timestamp date-time event-time;

      journey/demographics.csv | CUSTOMERS | 801
        household_id identifier customer-key; age text; income text; home_ownership text -233;
        marital_status text -137; household_size text; household_comp text; kids_count text;

      journey/campaigns.csv | EVENTS | 6589
        campaign_id identifier; household_id identifier customer-key;

      journey/campaign_descriptions.csv | LOOKUP | 27
        campaign_id identifier lookup-key; campaign_type text; start_date date; end_date date;

      journey/coupon_redemptions.csv | EVENTS | 2102
        household_id identifier customer-key; coupon_upc identifier; campaign_id identifier;
        redemption_date date event-time;

      journey/products.csv | LOOKUP | 92331
        product_id identifier lookup-key; manufacturer_id identifier; department text; brand text;
        product_category text -540; product_type text -528; package_size text -30586;
      """;

  @Test
  void onlineRetailIsAsPublished() {
    ReadBack read = ReadBack.of(SharedData.require("online_retail/online_retail_541909.csv.gz"));
    assertEquals(541_909, read.result().rowsStored());
    assertEquals(0, read.result().rowsRejected());
    assertEquals(TableKind.EVENTS, read.result().kind());
    assertEquals(
        List.of("IDENTIFIER ORDER_KEY", "IDENTIFIER PRODUCT", "TEXT NONE", "WHOLE QUANTITY",
            "DATE_TIME EVENT_TIME",
            "DECIMAL UNIT_PRICE", "IDENTIFIER CUSTOMER_KEY", "TEXT PLACE"),
        read.result().columns().stream().map(c -> c.type() + " " + c.role()).toList());
    assertEquals(135_080, read.column("CustomerID").missing());
    assertEquals(1_454, read.column("Description").missing());
    assertEquals(38, new HashSet<>(read.values("Country")).size());
    assertEquals(25_900, new HashSet<>(read.values("InvoiceNo")).size());
    assertEquals(4_070, new HashSet<>(read.values("StockCode")).size());
    assertEquals(4_373, new HashSet<>(read.values("CustomerID")).size());
    assertEquals("17850", read.values("CustomerID").getFirst());
    assertEquals("2010-12-01T07:26:00Z", read.values("InvoiceDate").getFirst());
    List<String> quantities = read.values("Quantity");
    List<String> prices = read.values("UnitPrice");
    BigDecimal revenue = BigDecimal.ZERO;
    for (int r = 0; r < quantities.size(); r++) {
      revenue = revenue.add(new BigDecimal(quantities.get(r)).multiply(new BigDecimal(prices.get(r))));
    }
    assertEquals(new BigDecimal("9747747.934"), revenue.stripTrailingZeros());
  }

  static List<String> columns() {
    return List.of(COLUMNS.split("\n\n"));
  }

  @ParameterizedTest
  @MethodSource("columns")
  void columnsAreAsAPersonWouldSay(String expected) {
    String file = expected.substring(0, expected.indexOf(' '));
    ReadBack read = ReadBack.of(SharedData.require(file));
    String found = file + " | " + read.result().kind() + " | " + read.result().rowsStored() + " "
        + read.result().columns().stream().map(RealFilesTest::text).collect(Collectors.joining());
    assertEquals(Pattern.compile("\\s+").matcher(expected.strip()).replaceAll(" "), found.strip());
    assertEquals(0, read.result().rowsRejected());
    assertEquals(0, read.result().columns().stream().mapToLong(ReadColumn::invalid).sum());
  }

  private static String text(ReadColumn column) {
    String type = column.type().name().toLowerCase(Locale.ROOT).replace('_', '-');
    return column.name() + " " + type + (column.role() == Role.NONE ? "" : " " + column.role().id())
        + (column.missing() == 0 ? "" : " -" + column.missing()) + "; ";
  }

  /** Columns filled up with blanks, under a header that does not keep to them. */
  @Test
  void purchasesOfCdnowAreAsPublished() {
    ReadBack read = ReadBack.of(SharedData.require("cdnow/CDNOW_master.txt"));
    assertEquals(69_659, read.rows.size());
    assertEquals(0, read.result().rowsRejected());
    assertEquals(List.of("customer_id", "date", "number_of_cds", "dollar_value"),
        read.result().columns().stream().map(ReadColumn::name).toList());
    assertEquals(Role.CUSTOMER_KEY, read.column("customer_id").role());
    assertEquals(Role.AMOUNT, read.column("dollar_value").role());
    assertEquals(23_570, new HashSet<>(read.values("customer_id")).size());
    assertEquals(167_881, read.values("number_of_cds").stream().mapToInt(Integer::parseInt).sum());
    assertEquals(new BigDecimal("2500315.63"), read.values("dollar_value")
        .stream()
        .map(BigDecimal::new)
        .reduce(BigDecimal.ZERO, BigDecimal::add));
    assertEquals(List.of(5, 6_919), List.of(
        ReadBack.of(SharedData.require("cdnow/CDNOW_sample.txt")).result().columns().size(),
        ReadBack.of(SharedData.require("cdnow/CDNOW_sample.txt")).rows.size()));
  }
}
