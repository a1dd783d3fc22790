package app.parcelle.engine.intake.csv;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.Charset;
import java.util.List;

import org.junit.jupiter.api.Test;

import app.parcelle.engine.intake.ImportOptions;
import app.parcelle.engine.intake.TextOptions;

/** Exports as French tills, offices and statistics write them: what stands around the rows is no row. */
class FrenchFilesTest {
  private static final Charset WINDOWS = Charset.forName("windows-1252");

  @Test
  void totalsAndNotesBelowTheTableAreRejectsWithTheirReason() {
    ReadBack back = read("""
        Journal des ventes;;;
        Période du 01/01/2024 au 31/01/2024;;;

        Date;Ticket;Magasin;Montant TTC
        02/01/2024;A0001;Nîmes;1 234,50
        03/01/2024;A0002;Évry;89,90
        05/01/2024;A0003;Nîmes;12,00

        Total;;;1 336,40
        Édité le 01/02/2024 à 08:00;;;
        """, WINDOWS);
    assertEquals(List.of("Date", "Ticket", "Magasin", "Montant TTC"), names(back));
    assertEquals(List.of("2024-01-02", "A0001", "Nîmes", "1234.50"), back.rows.getFirst());
    assertEquals(3, back.rows.size());
    assertEquals(List.of("9 FOOTER Total;;;1 336,40", "10 FOOTER Édité le 01/02/2024 à 08:00;;;"),
        rejects(back));
    assertEquals(5, back.result().rowsRead());
  }

  @Test
  void headerOfEachPageIsNoRow() {
    String page = "N° client;Nom;CA 2024\n";
    ReadBack back = read(page + "00017;Martin;12,5\n00018;Lefèvre;8\n" + page + "00019;Roux;\n" + page
        + "00020;Faÿ;3,25\n", UTF_8);
    assertEquals(List.of("00017", "00018", "00019", "00020"), back.values("N° client"));
    assertEquals(List.of("12.5", "8", "-", "3.25"), back.values("CA 2024")
        .stream()
        .map(v -> v.replaceAll("(\\.\\d*?)0+$", "$1").replaceAll("\\.$", ""))
        .toList());
    assertEquals(List.of("4 HEADER N° client;Nom;CA 2024", "6 HEADER N° client;Nom;CA 2024"), rejects(back));
  }

  @Test
  void rowCalledTotalInTheMiddleStaysARow() {
    ReadBack back = read("Société;Ville;CA\nDupont;Lyon;1\nTotal;Paris;2\nRoux;Nice;3\n", UTF_8);
    assertEquals(3, back.rows.size());
    assertEquals(List.of(), rejects(back));
  }

  @Test
  void totalsOfAPageAndOfAllAreBothBelow() {
    ReadBack back = read(
        "Article,Qté,CA\nThé,3,12.50\nCafé,1,4.00\nSous-total,4,16.50\nTotal général,4,16.50\n",
        UTF_8);
    assertEquals(2, back.rows.size());
    assertEquals(List.of("4 FOOTER Sous-total,4,16.50", "5 FOOTER Total général,4,16.50"), rejects(back));
  }

  @Test
  void sumsWithoutAWordBelowColumnsThatAreAlwaysFilledAreBelow() {
    ReadBack back = read("Client;Ville;Commandes;CA;Marge\nC1;Lyon;1;10,5;2\nC2;Nice;2;20;4\n;;3;30,5;\n",
        UTF_8);
    assertEquals(List.of("4 FOOTER ;;3;30,5;"), rejects(back));
  }

  @Test
  void sourceOfStatisticsBelowTheTableIsNoRow() {
    ReadBack back = read("""
        Taux de chômage par département
        Code;Département;2022;2023
        01;Ain;5,6;5,5
        2A;Corse-du-Sud;6,1;6,2
        75;Paris;5,8;5,7
        Champ : France hors Mayotte.
        Source : Insee, taux de chômage localisés.
        """, WINDOWS);
    assertEquals(List.of("01", "2A", "75"), back.values("Code"));
    assertEquals(List.of("5.5", "6.2", "5.7"), back.values("2023"));
    assertEquals(List.of("6 FOOTER Champ : France hors Mayotte.",
        "7 FOOTER Source : Insee, taux de chômage localisés."), rejects(back));
  }

  @Test
  void everythingIsKeptWhereAllIsText() {
    ReadBack back = ReadBack.of("Nom;CA;Ville\na;1;b\nNom;CA;Ville\nTotal;1;\n",
        ImportOptions.FOUND.withText(TextOptions.FOUND.withAllText(true)));
    assertEquals(List.of(List.of("a", "1", "b"), List.of("Nom", "CA", "Ville"), List.of("Total", "1", "-")),
        back.rows);
  }

  @Test
  void totalAtTheEndOfALongFileIsFound() {
    StringBuilder text = new StringBuilder("Date;Client;Montant\n");
    for (int i = 0; i < 120_000; i++) {
      text.append("02/01/2024;C").append(i).append(";1,5\n");
    }
    ReadBack back = read(text + "TOTAL;;180 000,0\n", UTF_8);
    assertEquals(120_000, back.rows.size());
    assertEquals(List.of("120002 FOOTER TOTAL;;180 000,0"), rejects(back));
  }

  @Test
  void titlesOverASmallTableAreAboveIt() {
    ReadBack back = read("""
        Société EXEMPLE SA;;;
        Édition du 12/03/2024 à 14:32;;;
        ;;;
        Compte;Intitulé;Date pièce;Montant TTC
        CDUPONT;Dupont & Fils;02/01/2024;1 200,00
        CROUX;"Roux; père et fils";15/01/2024;-2 820,60
        ;;;
        Total général;;;-1 620,60
        ;;;
        ;;;Page 1 / 1
        """, WINDOWS);
    assertEquals(List.of("Compte", "Intitulé", "Date pièce", "Montant TTC"), names(back));
    assertEquals(List.of("1200.00", "-2820.60"), back.values("Montant TTC"));
    assertEquals(List.of("7 FOOTER ;;;", "8 FOOTER Total général;;;-1 620,60", "9 FOOTER ;;;",
        "10 FOOTER ;;;Page 1 / 1"), rejects(back));
  }

  @Test
  void titleOfEachPageIsNoRow() {
    ReadBack back = read("""
        Liste des clients;;;;Page 1/2
        Code;Nom;CP;Ville;Solde
        0012;MARTIN;30000;NÎMES;12,50
        0013;ROUX;06000;NICE;-3,00
        Liste des clients;;;;Page 2/2
        Code;Nom;CP;Ville;Solde
        0014;FAŸ;75011;PARIS;0,00
        0015;LE GOFF;29200;BREST;1.234,56
        Nombre de clients : 4;;;;
        """, WINDOWS);
    assertEquals(List.of("MARTIN", "ROUX", "FAŸ", "LE GOFF"), back.values("Nom"));
    assertEquals(List.of("12.50", "-3.00", "0.00", "1234.56"), back.values("Solde"));
    assertEquals(List.of("5 HEADER Liste des clients;;;;Page 2/2", "6 HEADER Code;Nom;CP;Ville;Solde",
        "9 FOOTER Nombre de clients : 4;;;;"), rejects(back));
  }

  @Test
  void yearsOverSeveralColumnsArePartOfTheirNames() {
    ReadBack back = read("""
        Population par département;;;;;
        En milliers;;;;;
        ;;2022;;2023;
        Code;Libellé;Hommes;Femmes;Hommes;Femmes
        01;Ain;325,1;332,0;327,2;334,1
        02;Aisne;256,0;268,4;255,1;267,0
        2A;Corse-du-Sud;77,9;82,9;78,4;83,5
        """, UTF_8);
    assertEquals(List.of("Code", "Libellé", "2022 Hommes", "2022 Femmes", "2023 Hommes", "2023 Femmes"),
        names(back));
    assertEquals(List.of("01", "02", "2A"), back.values("Code"));
  }

  @Test
  void textInAFormulaIsTheText() {
    ReadBack back = read("Code;Nom;Tél\n=\"0012\";Martin;=\"0612345678\"\n=\"0013\";Roux;=\"0700000001\"\n",
        UTF_8);
    assertEquals(List.of(List.of("0012", "Martin", "0612345678"), List.of("0013", "Roux", "0700000001")),
        back.rows);
  }

  @Test
  void subtotalsBetweenRowsAreNoRows() {
    ReadBack back = read("""
        Magasin;Article;Qté;CA
        Lyon;Thé;2;10,00
        Lyon;Café;1;4,00
        Sous-total Lyon;;3;14,00
        Nice;Thé;1;5,00
        Sous-total Nice;;1;5,00
        Total général;;4;19,00
        """, UTF_8);
    assertEquals(List.of("10.00", "4.00", "5.00"), back.values("CA"));
    assertEquals(List.of("4 FOOTER Sous-total Lyon;;3;14,00", "6 FOOTER Sous-total Nice;;1;5,00",
        "7 FOOTER Total général;;4;19,00"), rejects(back));
  }

  @Test
  void noteInTheLastColumnIsBelow() {
    ReadBack back = read("Code;Nom;CA;Commentaire\nC1;Roux;10;\nC2;Faÿ;20;ok\nC3;Ali;5;\n;;;Fin de liste\n",
        UTF_8);
    assertEquals(3, back.rows.size());
    assertEquals(List.of("5 FOOTER ;;;Fin de liste"), rejects(back));
  }

  private static ReadBack read(String text, Charset encoding) {
    return ReadBack.of(TestFiles.of(text.getBytes(encoding)));
  }

  private static List<String> names(ReadBack back) {
    return back.result().columns().stream().map(c -> c.name()).toList();
  }

  private static List<String> rejects(ReadBack back) {
    return back.rejects.stream().map(r -> r.line() + " " + r.reason() + " " + r.raw()).toList();
  }
}
