package app.parcelle.engine.sample;

import app.parcelle.engine.sample.ShopWords.Sheet;
import app.parcelle.engine.sample.ShopWords.Sheets;

/** A French shop of things for the house, the table and the garden. */
final class FrenchShop {
  static final ShopWords WORDS = new ShopWords(
      ShopWords.list(
          """
              Marie, Camille, Léa, Chloé, Emma, Manon, Sarah, Julie, Inès, Élise, Anaïs, Pauline, Céline, Sophie,
              Nathalie, Isabelle, Hélène, Catherine, Françoise, Amélie, Zoé, Louise, Alice, Jeanne, Juliette, Margaux,
              Clémence, Agathe, Mathilde, Noémie, Aurélie, Émilie, Valérie, Sandrine, Laure, Fatima, Yasmine, Thérèse"""),
      ShopWords.list(
          """
              Thomas, Nicolas, Lucas, Hugo, Léo, Louis, Gabriel, Arthur, Jules, Adam, Raphaël, Paul, Antoine, Maxime,
              Alexandre, Julien, Pierre, Jean, Michel, Philippe, François, Loïc, Benoît, Jérôme, Sébastien, Rémi,
              Étienne, Théo, Mathieu, Guillaume, Olivier, Vincent, Stéphane, Karim, Mehdi, Gaël, Cédric, Frédéric"""),
      ShopWords.list(
          """
              Martin, Bernard, Thomas, Petit, Robert, Richard, Durand, Dubois, Moreau, Laurent, Simon, Michel, Lefèvre,
              Leroy, Roux, David, Bertrand, Morel, Fournier, Girard, Bonnet, Dupont, Lambert, Fontaine, Rousseau, Vincent,
              Muller, Faure, André, Mercier, Blanc, Guérin, Boyer, Garnier, Chevalier, François, Legrand, Gauthier, Garcia,
              Perrin, Robin, Clément, Morin, Nicolas, Henry, Roussel, Mathieu, Masson, Marchand, Duval, Denis, Dumont,
              Lemaire, Noël, Meyer, Dufour, Meunier, Brun, Blanchard, Giraud, Joly, Rivière, Lucas, Brunet, Gaillard,
              Barbier, Arnaud, Martinez, Gérard, Roche, Renard, Schmitt, Roy, Leroux, Colin, Vidal, Caron, Picard, Roger,
              Fabre, Aubert, Lemoine, Renaud, Dumas, Lacroix, Olivier, Philippe, Bourgeois, Pierre, Benoît, Rey, Leclerc,
              Payet, Rolland, Leclercq, Guillaume, Lecomte, Lopez, Jean, Dupuy, Guillot, Hubert, Berger, Carpentier, Nguyen,
              Diallo, Benali, D'Almeida, Le Goff, De Smet, N'Guessan"""),
      ShopWords.cities("""
          Paris, 75011, France, 48.859, 2.378
          Marseille, 13008, France, 43.250, 5.390
          Lyon, 69003, France, 45.756, 4.853
          Toulouse, 31000, France, 43.605, 1.444
          Nice, 06000, France, 43.703, 7.266
          Nantes, 44000, France, 47.218, -1.554
          Montpellier, 34000, France, 43.611, 3.877
          Strasbourg, 67000, France, 48.583, 7.745
          Bordeaux, 33000, France, 44.838, -0.579
          Lille, 59000, France, 50.631, 3.058
          Bruxelles, 1000, Belgique, 50.847, 4.353
          Rennes, 35000, France, 48.113, -1.675
          Reims, 51100, France, 49.258, 4.032
          Saint-Étienne, 42000, France, 45.434, 4.390
          Le Havre, 76600, France, 49.494, 0.108
          Toulon, 83000, France, 43.125, 5.931
          Grenoble, 38000, France, 45.188, 5.724
          Dijon, 21000, France, 47.322, 5.041
          Angers, 49000, France, 47.473, -0.554
          Nîmes, 30000, France, 43.837, 4.360
          Genève, 1201, Suisse, 46.207, 6.143
          Clermont-Ferrand, 63000, France, 45.777, 3.087
          Aix-en-Provence, 13100, France, 43.530, 5.447
          Liège, 4000, Belgique, 50.641, 5.572
          Brest, 29200, France, 48.390, -4.486
          Tours, 37000, France, 47.394, 0.685
          Amiens, 80000, France, 49.894, 2.296
          Limoges, 87000, France, 45.833, 1.261
          Annecy, 74000, France, 45.899, 6.129
          Cannes, 06400, France, 43.553, 7.017
          Lausanne, 1003, Suisse, 46.520, 6.633
          Namur, 5000, Belgique, 50.467, 4.872
          Bourg-en-Bresse, 01000, France, 46.205, 5.225
          Laon, 02000, France, 49.564, 3.624
          Moulins, 03000, France, 46.565, 3.333
          Gap, 05000, France, 44.559, 6.079
          Charleville-Mézières, 08000, France, 49.762, 4.719
          Foix, 09000, France, 42.965, 1.607
          Luxembourg, 1111, Luxembourg, 49.612, 6.132"""),
      ShopWords.products(
          """
              Table: Bol en grès 790, Tasse à thé 690, Assiette creuse 990, Nappe en lin 4900, Carafe en verre 2450, \
              Couverts en inox 5900, Plat à gratin 2990, Service de 12 assiettes 11900
              Cuisine: Cuillère en bois 390, Torchon rayé 590, Couteau d'office 1490, Moule à cake 1290, Cocotte en fonte 13900, \
              Poêle de 28 cm 4590, Robot pâtissier 28900, Bouilloire 3990
              Décoration: Bougie parfumée 1290, Cadre en chêne 1990, Vase soliflore 1650, Coussin brodé 2490, Miroir rond 7900, \
              Tapis berbère 18900, Lampe de bureau 5490, Guirlande lumineuse 1890
              Linge: Gant de toilette 450, Serviette de bain 1590, Drap-housse 3490, Parure de lit 8900, Plaid en laine 6900, \
              Oreiller 2790, Couette quatre saisons 12900, Peignoir 4490
              Jardin: Sachet de graines 350, Gants de jardin 890, Sécateur 2190, Pot en terre cuite 1350, Arrosoir 1990, \
              Chaise pliante 4990, Parasol 9900, Salon de jardin 34900
              Enfants: Jeu de cartes 690, Puzzle 1490, Peluche lapin 1990, Veilleuse 2490, Cabane en toile 8900, Cubes en bois 2290
              Papeterie: Carnet ligné 550, Stylo plume 2490, Papier cadeau 420, Agenda 1790, Boîte à courrier 1250
              Épicerie: Thé vert 790, Confiture de figues 650, Miel de lavande 990, Coffret gourmand 4990, Chocolat noir 480"""),
      ShopWords.list("""
          Nouveautés, Ventes privées, Idées cadeaux, Soldes, Retour de stock, Inspiration, Livraison offerte,
          Sélection de la semaine"""),
      ShopWords.list("Site, Application, Boutique"), ShopWords.list("Mobile, Ordinateur, Tablette"), "Mme",
      "M.", "oui", "non", ';', ',', "dd/MM/yyyy",
      ShopWords.list("31/02/1985, 00/00/0000, 29/02/1991, inconnue"),
      new Sheets(
          new Sheet("clients", "N° client", "Civilité", "Prénom", "Nom", "E-mail", "Date de naissance",
              "Ville",
              "Code postal", "Pays", "Date d'inscription", "Carte de fidélité", "Consentement e-mail",
              "Latitude", "Longitude"),
          new Sheet("commandes", "N° commande", "N° client", "Date de commande", "Produit", "Catégorie",
              "Quantité",
              "Prix unitaire", "Canal"),
          new Sheet("visites", "N° client", "Date de visite", "Appareil", "Pages vues"),
          new Sheet("emails", "N° client", "Date d'envoi", "Campagne", "Ouvert", "Cliqué"),
          new Sheet("villes", "Ville", "Code postal", "Pays", "Latitude", "Longitude")));

  private FrenchShop() {}
}
