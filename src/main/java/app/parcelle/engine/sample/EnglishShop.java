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
          New York, 10011, United States
          Boston, 02116, United States
          Chicago, 60614, United States
          Los Angeles, 90026, United States
          Philadelphia, 19103, United States
          San Francisco, 94110, United States
          Newark, 07102, United States
          Seattle, 98103, United States
          Washington, 20009, United States
          Toronto, M5V 2T6, Canada
          Providence, 02903, United States
          Houston, 77006, United States
          Hartford, 06103, United States
          Portland, 04101, United States
          Cambridge, 02139, United States
          London, N1 9GU, United Kingdom
          Denver, 80205, United States
          Atlanta, 30307, United States
          Austin, 78704, United States
          Montreal, H2X 1Y4, Canada
          Worcester, 01608, United States
          Burlington, 05401, United States
          Minneapolis, 55408, United States
          Miami, 33137, United States
          Manchester, 03101, United States
          Dublin, D02 X285, Ireland
          Phoenix, 85004, United States
          Jersey City, 07302, United States
          Edinburgh, EH3 6SS, United Kingdom
          New Haven, 06510, United States
          Cleveland, 44113, United States
          Vancouver, V5T 3A5, Canada
          Nashville, 37206, United States
          Pittsburgh, 15201, United States
          Stamford, 06902, United States
          Leeds, LS1 4DY, United Kingdom"""),
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
              "Postal code", "Country", "Sign-up date", "Loyalty card", "E-mail consent"),
          new Sheet("orders", "Order ID", "Customer ID", "Order time", "Product", "Category", "Quantity",
              "Unit price",
              "Channel"),
          new Sheet("visits", "Customer ID", "Visit time", "Device", "Pages"),
          new Sheet("emails", "Customer ID", "Sent", "Campaign", "Opened", "Clicked")));

  private EnglishShop() {}
}
