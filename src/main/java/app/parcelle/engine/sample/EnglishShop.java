package app.parcelle.engine.sample;

import app.parcelle.engine.sample.ShopWords.Sheet;
import app.parcelle.engine.sample.ShopWords.Sheets;

/** An American shop of things for the house, the table and the garden, with some customers abroad. */
final class EnglishShop {
  static final ShopWords WORDS = new ShopWords(
      ShopWords.list(
          """
              Mary, Emma, Olivia, Ava, Sophia, Isabella, Mia, Charlotte, Amelia, Harper, Evelyn, Abigail, Emily, Elizabeth,
              Ella, Grace, Chloe, Victoria, Lily, Hannah, Zoë, Nora, Scarlett, Lucy, Anna, Caroline, Sarah, Jessica, Karen,
              Susan, Linda, Patricia, Maria, Aisha, Mei, Priya, Siobhán, Renée"""),
      ShopWords.list(
          """
              James, Liam, Noah, William, Oliver, Benjamin, Elijah, Lucas, Mason, Logan, Alexander, Ethan, Jacob, Michael,
              Daniel, Henry, Jackson, Sebastian, Aiden, Matthew, Samuel, David, Joseph, Carter, Owen, Wyatt, John, Jack, Luke,
              Robert, Thomas, Charles, Christopher, Mohammed, Wei, Arjun, Seán, José"""),
      ShopWords.list(
          """
              Smith, Johnson, Williams, Brown, Jones, Garcia, Miller, Davis, Rodriguez, Martinez, Hernandez, Lopez, Gonzalez,
              Wilson, Anderson, Thomas, Taylor, Moore, Jackson, Martin, Lee, Perez, Thompson, White, Harris, Sanchez, Clark,
              Ramirez, Lewis, Robinson, Walker, Young, Allen, King, Wright, Scott, Torres, Nguyen, Hill, Flores, Green, Adams,
              Nelson, Baker, Hall, Rivera, Campbell, Mitchell, Carter, Roberts, Phillips, Evans, Turner, Parker, Collins, Edwards,
              Stewart, Morris, Murphy, Cook, Rogers, Morgan, Cooper, Peterson, Reed, Bailey, Bell, Kelly, Howard, Ward, Cox, Diaz,
              Richardson, Wood, Watson, Brooks, Bennett, Gray, James, Reyes, Cruz, Hughes, Price, Myers, Long, Foster, Sanders,
              Ross, Morales, Powell, Sullivan, Russell, Ortiz, Jenkins, Perry, Butler, Barnes, Fisher, Henderson, Coleman,
              O'Brien, O'Connor, McDonald, MacLeod, St. John"""),
      ShopWords.cities("""
          New York, 10011, United States, 40.742, -74.000
          Boston, 02116, United States, 42.350, -71.076
          Chicago, 60614, United States, 41.922, -87.649
          Los Angeles, 90026, United States, 34.078, -118.264
          Philadelphia, 19103, United States, 39.952, -75.174
          San Francisco, 94110, United States, 37.749, -122.415
          Newark, 07102, United States, 40.736, -74.174
          Seattle, 98103, United States, 47.672, -122.342
          Washington, 20009, United States, 38.919, -77.038
          Toronto, M5V 2T6, Canada, 43.644, -79.396
          Providence, 02903, United States, 41.820, -71.412
          Houston, 77006, United States, 29.745, -95.391
          Hartford, 06103, United States, 41.766, -72.673
          Portland, 04101, United States, 43.659, -70.257
          Cambridge, 02139, United States, 42.364, -71.104
          London, N1 9GU, United Kingdom, 51.535, -0.103
          Denver, 80205, United States, 39.759, -104.966
          Atlanta, 30307, United States, 33.769, -84.336
          Austin, 78704, United States, 30.243, -97.765
          Montreal, H2X 1Y4, Canada, 45.512, -73.571
          Worcester, 01608, United States, 42.262, -71.801
          Burlington, 05401, United States, 44.476, -73.211
          Minneapolis, 55408, United States, 44.947, -93.287
          Miami, 33137, United States, 25.809, -80.191
          Manchester, 03101, United States, 42.991, -71.463
          Dublin, D02 X285, Ireland, 53.339, -6.255
          Phoenix, 85004, United States, 33.451, -112.068
          Jersey City, 07302, United States, 40.718, -74.043
          Edinburgh, EH3 6SS, United Kingdom, 55.956, -3.196
          New Haven, 06510, United States, 41.306, -72.926
          Cleveland, 44113, United States, 41.482, -81.670
          Vancouver, V5T 3A5, Canada, 49.262, -123.092
          Nashville, 37206, United States, 36.180, -86.750
          Pittsburgh, 15201, United States, 40.460, -79.960
          Stamford, 06902, United States, 41.053, -73.539
          Leeds, LS1 4DY, United Kingdom, 53.798, -1.553"""),
      ShopWords.products(
          """
              Tableware: Stoneware bowl 790, Tea cup 690, Soup plate 990, Linen tablecloth 4900, Glass carafe 2450, \
              Steel cutlery 5900, Baking dish 2990, Set of 12 plates 11900
              Kitchen: Wooden spoon 390, Striped tea towel 590, Paring knife 1490, Loaf tin 1290, Cast-iron pot 13900, \
              Frying pan 4590, Stand mixer 28900, Kettle 3990
              Decoration: Scented candle 1290, Oak frame 1990, Bud vase 1650, Embroidered cushion 2490, Round mirror 7900, \
              Berber rug 18900, Desk lamp 5490, String lights 1890
              Linen: Wash cloth 450, Bath towel 1590, Fitted sheet 3490, Duvet set 8900, Wool blanket 6900, Pillow 2790, \
              All-season duvet 12900, Bathrobe 4490
              Garden: Packet of seeds 350, Garden gloves 890, Pruning shears 2190, Terracotta pot 1350, Watering can 1990, \
              Folding chair 4990, Parasol 9900, Garden furniture set 34900
              Children: Card game 690, Jigsaw puzzle 1490, Plush rabbit 1990, Night light 2490, Canvas playhouse 8900, Wooden blocks 2290
              Stationery: Ruled notebook 550, Fountain pen 2490, Wrapping paper 420, Diary 1790, Letter box 1250
              Pantry: Green tea 790, Fig jam 650, Lavender honey 990, Gourmet hamper 4990, Dark chocolate 480"""),
      ShopWords.list(
          """
              New arrivals, Private sale, Gift ideas, Sale, Back in stock, Inspiration, Free delivery, Picks of the week"""),
      ShopWords.list("Web, App, Store"), ShopWords.list("Mobile, Desktop, Tablet"), "Ms", "Mr", "yes", "no",
      ',',
      '.', "yyyy-MM-dd", ShopWords.list("1985-02-31, 0000-00-00, 1991-02-29, unknown"),
      new Sheets(
          new Sheet("customers", "Customer ID", "Title", "First name", "Last name", "E-mail", "Birth date",
              "City",
              "Postal code", "Country", "Sign-up date", "Loyalty card", "E-mail consent",
              "Latitude", "Longitude"),
          new Sheet("orders", "Order ID", "Customer ID", "Order time", "Product", "Category", "Quantity",
              "Unit price",
              "Channel"),
          new Sheet("visits", "Customer ID", "Visit time", "Device", "Pages"),
          new Sheet("emails", "Customer ID", "Sent", "Campaign", "Opened", "Clicked"),
          new Sheet("towns", "City", "Postal code", "Country", "Latitude", "Longitude")));

  private EnglishShop() {}
}
