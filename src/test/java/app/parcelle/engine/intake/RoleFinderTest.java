package app.parcelle.engine.intake;

import static app.parcelle.engine.table.ColumnType.DATE;
import static app.parcelle.engine.table.ColumnType.DECIMAL;
import static app.parcelle.engine.table.ColumnType.IDENTIFIER;
import static app.parcelle.engine.table.ColumnType.TEXT;
import static app.parcelle.engine.table.ColumnType.WHOLE;
import static app.parcelle.engine.table.ColumnType.YES_NO;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.junit.jupiter.api.Test;

import app.parcelle.engine.intake.RoleFinder.Candidate;
import app.parcelle.engine.intake.RoleFinder.Found;
import app.parcelle.engine.table.ColumnType;
import app.parcelle.engine.table.Meaning;
import app.parcelle.engine.table.Meaning.Kind;
import app.parcelle.engine.table.Role;
import app.parcelle.engine.table.TableKind;

class RoleFinderTest {
  private static Candidate column(String name, ColumnType type) {
    return new Candidate(name, type, null, 1000, false);
  }

  @Test
  void frenchOrdersAreUnderstood() {
    Found found = RoleFinder
        .find(List.of(column("N° commande", IDENTIFIER), column("Numéro client", IDENTIFIER),
            column("Date de commande", DATE), column("Réf. produit", IDENTIFIER), column("Quantité", WHOLE),
            column("Prix unitaire", DECIMAL), column("Montant TTC", DECIMAL), column("Remise", DECIMAL),
            column("Pays", TEXT), column("Opt-in e-mail", YES_NO)));
    assertEquals(List.of(Role.ORDER_KEY, Role.CUSTOMER_KEY, Role.EVENT_TIME, Role.PRODUCT, Role.QUANTITY,
        Role.UNIT_PRICE, Role.AMOUNT, Role.NONE, Role.PLACE, Role.CONSENT), found.roles());
    assertEquals(TableKind.EVENTS, found.kind());
  }

  @Test
  void customersHaveNoRolesOfEvents() {
    Found found = RoleFinder
        .find(List.of(new Candidate("customer_id", IDENTIFIER, null, 9, true), column("revenue", WHOLE),
            column("last_visit", DATE), column("birth_date", DATE), column("city", TEXT)));
    assertEquals(List.of(Role.CUSTOMER_KEY, Role.NONE, Role.NONE, Role.NONE, Role.PLACE), found.roles());
    assertEquals(TableKind.CUSTOMERS, found.kind());
  }

  @Test
  void whatAPersonSaysWinsAndNoRoleIsGivenTwice() {
    Found found = RoleFinder.find(List.of(column("order_id", IDENTIFIER), column("invoice_no", IDENTIFIER),
        new Candidate("buyer", TEXT, Role.CUSTOMER_KEY, 5, false), column("customer_id", IDENTIFIER),
        new Candidate("country", TEXT, Role.NONE, 5, false)));
    assertEquals(List.of(Role.ORDER_KEY, Role.NONE, Role.CUSTOMER_KEY, Role.NONE, Role.NONE), found.roles());
  }

  @Test
  void percentsAreNoAmountsAndPostalCodesNoCustomers() {
    Found found = RoleFinder.find(List.of(
        new Candidate("Part du CA", DECIMAL, Meaning.of(Kind.PERCENT), null, 50, false, false),
        new Candidate("Code postal client", IDENTIFIER, Meaning.of(Kind.POSTAL_CODE), null, 50, false,
            false)));
    assertEquals(List.of(Role.NONE, Role.PLACE), found.roles());
  }

  @Test
  void addressesForMailsNameCustomersWhereNothingElseDoes() {
    for (String name : List.of("email", "E-mail", "Email Address", "Adresse e-mail", "customer_email",
        "Mail client")) {
      assertEquals(List.of(Role.CUSTOMER_KEY, Role.AMOUNT),
          RoleFinder.find(List.of(column(name, TEXT), column("amount", DECIMAL))).roles(), name);
      assertEquals(List.of(Role.NONE, Role.CUSTOMER_KEY),
          RoleFinder.find(List.of(column(name, TEXT), column("customer_id", IDENTIFIER))).roles(), name);
    }
    for (String name : List.of("email_campaign", "Sales rep email", "Email status")) {
      assertEquals(List.of(Role.NONE), RoleFinder.find(List.of(column(name, TEXT))).roles(), name);
    }
  }

  @Test
  void whereAConsentCameFromIsNoConsent() {
    assertEquals(List.of(Role.NONE, Role.CONSENT),
        RoleFinder.find(List.of(column("OPTIN_IP", TEXT), column("OPTIN", TEXT))).roles());
  }

  @Test
  void totalsOfPriceAreNoUnitPriceAndDiscountsNoAmount() {
    Found found = RoleFinder.find(List.of(column("total_price", DECIMAL), column("discount_amount", DECIMAL),
        column("UnitPrice", DECIMAL), column("qty", WHOLE)));
    assertEquals(List.of(Role.NONE, Role.NONE, Role.UNIT_PRICE, Role.QUANTITY), found.roles());
  }

  private static Candidate key(String name, ColumnType type) {
    return new Candidate(name, type, null, 1000, true);
  }

  @Test
  void tablesOfProductsAndPlacesAreLookupTables() {
    assertEquals(new Found(List.of(Role.LOOKUP_KEY, Role.NONE, Role.NONE, Role.NONE), TableKind.LOOKUP),
        RoleFinder
            .find(List.of(key("product_id", IDENTIFIER), column("brand", TEXT), column("price", DECIMAL),
                column("last_update", DATE))));
    assertEquals(TableKind.LOOKUP, RoleFinder.find(List.of(key("Code_commune_INSEE", IDENTIFIER),
        column("Nom_commune", TEXT), column("Code_postal", IDENTIFIER), column("Ligne_5", TEXT))).kind());
    assertEquals(TableKind.LOOKUP,
        RoleFinder.find(List.of(key("id", WHOLE), column("label", TEXT)), "Magasins").kind());
    assertEquals(TableKind.LOOKUP,
        RoleFinder.find(List.of(
            new Candidate("sku", IDENTIFIER, app.parcelle.engine.table.Meaning.NONE, null, 95, false, true),
            column("rayon", TEXT))).kind());
  }

  @Test
  void personsAndEventsAreNot() {
    assertEquals(TableKind.CUSTOMERS,
        RoleFinder.find(List.of(key("ID", IDENTIFIER), column("Year_Birth", WHOLE),
            column("Income", WHOLE)), "marketing_campaign").kind());
    for (List<Candidate> columns : List.of(
        List.of(column("first", TEXT), column("last", TEXT), column("city", TEXT), key("zip", IDENTIFIER)),
        List.of(column("First Name", TEXT), key("Item", TEXT)),
        List.of(key("label", TEXT), column("score", WHOLE)),
        List.of(key("product_id", IDENTIFIER), column("order_id", IDENTIFIER), column("quantity", WHOLE)),
        List.of(key("product_id", IDENTIFIER), column("order date", DATE)),
        List.of(column("sku", IDENTIFIER), column("label", TEXT)))) {
      assertEquals(TableKind.EVENTS, RoleFinder.find(columns).kind(), columns.toString());
    }
    assertEquals(TableKind.CUSTOMERS, RoleFinder.find(List.of(key("client id", IDENTIFIER),
        key("code postal", IDENTIFIER), column("ville", TEXT))).kind());
  }

  @Test
  void aPersonMaySayWhichColumnIsTheKeyOrThatThereIsNone() {
    assertEquals(TableKind.LOOKUP, RoleFinder.find(List.of(
        new Candidate("anything", TEXT, Role.LOOKUP_KEY, 5, false), column("customer_id", IDENTIFIER)))
        .kind());
    assertEquals(TableKind.EVENTS, RoleFinder.find(List.of(
        new Candidate("sku", IDENTIFIER, Role.NONE, 5, true), column("label", TEXT))).kind());
  }
}
