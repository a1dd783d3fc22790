package app.parcelle.engine.intake.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import app.parcelle.SharedData;
import app.parcelle.engine.table.Role;
import app.parcelle.engine.table.TableKind;

class RealFilesTest {
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

  @ParameterizedTest
  @CsvSource({"customers/marketing_campaign.csv,2240,29,CUSTOMERS,ID,Income,24",
      "customers/cc_general.csv,8950,18,CUSTOMERS,CUST_ID,MINIMUM_PAYMENTS,313",
      "customers/cc_general.csv,8950,18,CUSTOMERS,CUST_ID,CREDIT_LIMIT,1",
      "customers/Wholesale_customers_data.csv,440,8,EVENTS,,Fresh,0",
      "bank/bank-full.csv,45211,17,EVENTS,,age,0",
      "bank/bank.csv,4521,17,EVENTS,,y,0", "cdnow/cdnow_customers_summary.csv,2357,4,CUSTOMERS,ID,T,0",
      "cdnow/example_transactions.csv,15273,2,EVENTS,id,date,0",
      "rfm/rfm_data_orders.csv,4906,6,EVENTS,customer_id,revenue,0",
      "rfm/rfm_data_customer.csv,39999,8,CUSTOMERS,customer_id,revenue,0",
      "journey/transactions_sample.csv,75000,11,EVENTS,household_id,sales_value,0",
      "journey/demographics.csv,801,8,CUSTOMERS,household_id,marital_status,137",
      "journey/coupon_redemptions.csv,2102,4,EVENTS,household_id,coupon_upc,0",
      "journey/products.csv,92331,7,EVENTS,,brand,0"})
  void rowsKeysAndMissingAreAsPublished(String path, int rows, int columns, TableKind kind,
      @org.jspecify.annotations.Nullable String key, String column, int missing) {
    ReadBack read = ReadBack.of(SharedData.require(path));
    assertEquals(rows, read.result().rowsStored());
    assertEquals(0, read.result().rowsRejected());
    assertEquals(columns, read.result().columns().size());
    assertEquals(kind, read.result().kind());
    assertEquals(key,
        read.result()
            .columns()
            .stream()
            .filter(c -> c.role() == Role.CUSTOMER_KEY)
            .map(c -> c.name())
            .findFirst()
            .orElse(null));
    assertEquals(missing, read.column(column).missing());
    assertEquals(0, read.result().columns().stream().mapToLong(c -> c.invalid()).sum());
  }
}
