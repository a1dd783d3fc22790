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
          Paris, 75011, France
          Marseille, 13008, France
          Lyon, 69003, France
          Toulouse, 31000, France
          Nice, 06000, France
          Nantes, 44000, France
          Montpellier, 34000, France
          Strasbourg, 67000, France
          Bordeaux, 33000, France
          Lille, 59000, France
          Bruxelles, 1000, Belgique
          Rennes, 35000, France
          Reims, 51100, France
          Saint-Étienne, 42000, France
          Le Havre, 76600, France
          Toulon, 83000, France
          Grenoble, 38000, France
          Dijon, 21000, France
          Angers, 49000, France
          Nîmes, 30000, France
          Genève, 1201, Suisse
          Clermont-Ferrand, 63000, France
          Aix-en-Provence, 13100, France
          Liège, 4000, Belgique
          Brest, 29200, France
          Tours, 37000, France
          Amiens, 80000, France
          Limoges, 87000, France
          Annecy, 74000, France
          Cannes, 06400, France
          Lausanne, 1003, Suisse
          Namur, 5000, Belgique
          Bourg-en-Bresse, 01000, France
          Laon, 02000, France
          Moulins, 03000, France
          Gap, 05000, France
          Charleville-Mézières, 08000, France
          Foix, 09000, France
          Luxembourg, 1111, Luxembourg"""),
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
              "Code postal", "Pays", "Date d'inscription", "Carte de fidélité", "Consentement e-mail"),
          new Sheet("commandes", "N° commande", "N° client", "Date de commande", "Produit", "Catégorie",
              "Quantité",
              "Prix unitaire", "Canal"),
          new Sheet("visites", "N° client", "Date de visite", "Appareil", "Pages vues"),
          new Sheet("emails", "N° client", "Date d'envoi", "Campagne", "Ouvert", "Cliqué")));

  private FrenchShop() {}
}
