package app.parcelle.bench;

import java.util.List;

import app.parcelle.engine.segment.Segment;
import app.parcelle.engine.segment.SegmentJson;

/** What is asked of both, as a rule and as the SQL that DuckDB answers fastest of those that were tried. */
record SegmentQueries(String name, String rule, String sql) {
  static final SegmentQueries TWO_ORDERS = new SegmentQueries("at least 2 orders in 90 days", """
      {"events":"orders","measure":"count","op":">=","value":2,"window":{"last":90,"unit":"days"}}""",
      """
          SELECT customer_id FROM orders WHERE ordered_at >= DATE '2024-12-30' - 90 AND ordered_at < DATE '2024-12-30'
            GROUP BY customer_id HAVING count(DISTINCT order_id) >= 2""");

  /** Set algebra of cached results; not part of the geometric mean. */
  static final SegmentQueries ALGEBRA = new SegmentQueries("algebra of three", """
      {"all":[{"any":[{"field":"age","op":"<","value":30},{"field":"points","op":">","value":4000}]},
       {"not":{"field":"loyal","op":"is yes"}}]}""",
      """
          (SELECT customer_id FROM customers WHERE age < 30 UNION SELECT customer_id FROM customers WHERE points > 4000)
            EXCEPT SELECT customer_id FROM customers WHERE loyal""");

  static final List<SegmentQueries> ALL = List.of(
      new SegmentQueries("one attribute", "{\"field\":\"age\",\"op\":\"between\",\"from\":30,\"to\":39}",
          "SELECT customer_id FROM customers WHERE age BETWEEN 30 AND 39"),
      new SegmentQueries("six conditions", """
          {"all":[{"field":"age","op":">=","value":25},{"field":"points","op":">","value":500},
           {"field":"loyal","op":"is yes"},{"field":"spend_score","op":"<","value":80.5},
           {"field":"source","op":"is one of","values":["search","friend","fair"]},
           {"field":"signed_up","op":"after","value":"2019-06-30"}]}""", """
          SELECT customer_id FROM customers WHERE age >= 25 AND points > 500 AND loyal AND spend_score < 80.5
            AND source IN ('search', 'friend', 'fair') AND signed_up > DATE '2019-06-30'"""),
      TWO_ORDERS, new SegmentQueries("recency, frequency, monetary", """
          {"all":[{"field":"recency","op":"<=","value":60},{"field":"frequency","op":">=","value":3},
           {"field":"monetary","op":">","value":2000}]}""", """
          SELECT customer_id FROM (SELECT customer_id, DATE '2024-12-30' - max(ordered_at)::DATE r,
              count(DISTINCT order_id) f, sum(quantity * unit_price) m FROM orders GROUP BY customer_id)
            WHERE r <= 60 AND f >= 3 AND m > 2000"""),
      new SegmentQueries("RFM scores by quintile",
          """
              {"all":[{"field":"recency score","op":">=","value":4},{"field":"frequency score","op":">=","value":4},
               {"field":"monetary score","op":">=","value":4}]}""",
          """
              SELECT customer_id FROM (SELECT customer_id,
                  5 - 5 * (rank() OVER (ORDER BY r) - 1) // count(*) OVER () rs,
                  1 + 5 * (rank() OVER (ORDER BY f) - 1) // count(*) OVER () fs,
                  1 + 5 * (rank() OVER (ORDER BY m) - 1) // count(*) OVER () ms
                FROM (SELECT customer_id, DATE '2024-12-30' - max(ordered_at)::DATE r, count(DISTINCT order_id) f,
                  sum(quantity * unit_price) m FROM orders GROUP BY customer_id))
                WHERE rs >= 4 AND fs >= 4 AND ms >= 4"""),
      new SegmentQueries("no order in 60 days", """
          {"never":"orders","window":{"last":60,"unit":"days"}}""",
          """
              SELECT customer_id FROM customers WHERE customer_id NOT IN
                (SELECT customer_id FROM orders WHERE ordered_at >= DATE '2024-12-30' - 60 AND ordered_at < DATE '2024-12-30')"""),
      new SegmentQueries("web, then shop within 7 days", """
          {"sequence":[{"events":"orders","where":{"field":"channel","op":"equals","value":"web"}},
           {"events":"orders","where":{"field":"channel","op":"equals","value":"shop"},
            "within":{"n":7,"unit":"days"}}]}""", """
          SELECT DISTINCT a.customer_id FROM (SELECT * FROM orders WHERE channel = 'web') a
            ASOF JOIN (SELECT * FROM orders WHERE channel = 'shop') b
            ON a.customer_id = b.customer_id AND a.ordered_at < b.ordered_at
            WHERE b.ordered_at <= a.ordered_at + INTERVAL 7 DAY"""),
      new SegmentQueries("no order in 90 days after a click", """
          {"sequence":[{"events":"emails","where":{"field":"kind","op":"equals","value":"click"}},
           {"no":"orders","within":{"n":90,"unit":"days"}}]}""", """
          SELECT DISTINCT e.customer_id FROM (SELECT * FROM emails WHERE kind = 'click') e
            ASOF LEFT JOIN orders o ON e.customer_id = o.customer_id AND e.at < o.ordered_at
            WHERE o.ordered_at IS NULL OR o.ordered_at > e.at + INTERVAL 90 DAY"""),
      new SegmentQueries("best tenth within each city", """
          {"rank":"points","end":"top","n":10,"unit":"percent","within":"city"}""",
          """
              SELECT customer_id FROM (SELECT customer_id, rank() OVER (PARTITION BY city ORDER BY points DESC) - 1 before,
                  count(*) OVER (PARTITION BY city) n FROM customers) WHERE 10 * before < n"""),
      new SegmentQueries("birthday in 30 days", """
          {"field":"born","op":"anniversary in the next","days":30}""", """
          SELECT customer_id FROM customers
            WHERE 100 * month(born) + day(born) >= 1230 OR 100 * month(born) + day(born) <= 128"""),
      new SegmentQueries("within 50 km",
          """
              {"near":{"latitude":45.75,"longitude":4.85},"km":50,"at":{"latitude":"latitude","longitude":"longitude"}}""",
          """
              SELECT customer_id FROM customers WHERE 2 * 6371.0088 * asin(sqrt(
                pow(sin(radians(latitude - 45.75) / 2), 2)
                + cos(radians(45.75)) * cos(radians(latitude)) * pow(sin(radians(longitude - 4.85) / 2), 2))) <= 50"""),
      ALGEBRA);

  Segment segment() {
    return segment(rule);
  }

  static Segment segment(String rule) {
    return SegmentJson.read(
        "{\"version\":2,\"name\":\"b\",\"asOf\":\"2024-12-30\",\"rule\":" + rule + "}");
  }
}
