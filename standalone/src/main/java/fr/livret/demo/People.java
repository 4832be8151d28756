package fr.livret.demo;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Invented people: names put together from short lists, none twice. */
final class People {
  private static final List<String> FAMILY_NAMES =
      List.of(
          ("Abdallah,Aubert,Bacquet,Bailleul,Barbier,Baudry,Benali,Bensaïd,Bernardin,Besnard,"
               + "Bocquet,Boudjemaa,Bourgeois,Brunel,Cardoso,Carlier,Castaing,Chauvin,Chérif,Cissé,Colin,Cordier,Coulibaly,Da"
               + " Silva,Daniel,Delattre,Demir,Desmet,Diallo,Diarra,Dos"
               + " Santos,Dubreuil,Dufresne,Dupuis,Duval,El Amrani,Fabre,Ferreira,"
               + "Fontaine,Fournel,Gallet,Garnier,Gaudin,Gérard,Gomis,Grandjean,Guérin,Guillot,"
               + "Haddad,Hamel,Haudiquet,Hernandez,Houssin,Jacquot,Jolivet,Joubert,Kaci,Kaya,Keita,Konaté,Lacroix,Lafarge,Lambert,Lanoë,Leclercq,Lefèvre,Lemaître,Le"
               + " Roux,"
               + "Lesage,Lopes,Maillard,Marchand,Marquis,Martinet,Masson,Mendy,Merlin,Meziane,"
               + "Michaud,Monnier,Morvan,N'Diaye,Navarro,Nicolas,Ouattara,Ouédraogo,Parmentier,"
               + "Pasquier,Pereira,Perrot,Picard,Poirier,Prévost,Quentin,Rahmani,Renaud,Ribeiro,"
               + "Rivière,Rousselle,Sanchez,Sissoko,Sow,Tessier,Thibault,Traoré,Vandamme,Vasseur,"
               + "Verdier,Vidal,Villain,Wattel,Yilmaz,Zidane")
              .split(","));

  private static final List<String> GIVEN_NAMES =
      List.of(
          ("Adama,Agathe,Aïcha,Alexis,Amélie,Amina,Antoine,Arthur,Aurélie,Aya,Baptiste,Bruno,"
               + "Camille,Carole,Céline,Chloé,Christophe,Clément,Corinne,Daniel,David,Delphine,"
               + "Djamila,Édouard,Élodie,Émilie,Fatima,Florian,Françoise,Gaëlle,Gilles,Hadrien,"
               + "Hélène,Hugo,Ibrahim,Inès,Isabelle,Jean-Luc,Jérôme,Jordan,Julie,Karim,Kévin,"
               + "Laëtitia,Léa,Lionel,Loïc,Lucie,Malika,Manon,Marc,Marie-Laure,Mathilde,Mehdi,"
               + "Mickaël,Moussa,Myriam,Nadège,Nadia,Nathan,Noémie,Océane,Olivier,Pascal,Patricia,"
               + "Pauline,Rachid,Raphaël,Romain,Sabrina,Salif,Samia,Sandrine,Sarah,Sébastien,"
               + "Sofiane,Stéphane,Sylvie,Thierry,Thomas,Valérie,Vincent,Virginie,Wassila,Xavier,"
               + "Yann,Yasmine,Youssef,Zoé")
              .split(","));

  private static final List<String> PLACES =
      List.of(
          ("Amiens,Angers,Aubervilliers,Béziers,Bobigny,Bordeaux,Brest,Calais,Cayenne,Clermont-Ferrand,Creil,Dakar,Dunkerque,Fort-de-France,Grenoble,Le"
               + " Havre,Lens,Lille,"
               + "Limoges,Lyon,Marseille,Maubeuge,Metz,Montpellier,Mulhouse,Nantes,Oran,Perpignan,"
               + "Porto,Reims,Rennes,Roubaix,Rouen,Saint-Denis,Saint-Étienne,Strasbourg,Toulouse,"
               + "Tourcoing,Tunis,Valenciennes,Vaulx-en-Velin")
              .split(","));

  /** Names no list of French names holds: by number of the candidate. */
  private static final Map<Integer, Named> OTHERS =
      Map.ofEntries(
          Map.entry(11, new Named("بن يوسف", "مريم", "الزهراء")),
          Map.entry(37, new Named("L'Hénoret", "Maël")),
          Map.entry(58, new Named("Le Goff-Kermarrec", "Anne-Françoise", "Œdile")),
          Map.entry(83, new Named("الطيبي", "عبد الرحمن")),
          Map.entry(104, new Named("D’Almeida", "Conceição")),
          Map.entry(129, new Named("Nguyễn", "Thị Hương")),
          Map.entry(151, new Named("Wiśniewska-Żak", "Łucja")),
          Map.entry(176, new Named("N'Guessan", "Aya-Grâce")),
          Map.entry(203, new Named("İnönü Şahin", "Gülçin")),
          Map.entry(228, new Named("Παπαδοπούλου", "Ελένη")),
          Map.entry(251, new Named("欧阳", "小丽")),
          Map.entry(277, new Named("O'Kerrigan", "Siobhán")),
          Map.entry(299, new Named("Иваненко", "Олександра")));

  private static final List<Evaluator> EVALUATORS =
      IntStream.rangeClosed(1, 40).mapToObj(People::evaluator).toList();

  private People() {}

  private record Named(String family, List<String> given) {
    Named(String family, String... given) {
      this(family, List.of(given));
    }
  }

  /** The candidate of that number, old enough to work on the day their story begins. */
  static Person candidate(int number, LocalDate storyBegins, Chance chance) {
    Named named = OTHERS.getOrDefault(number, name(number, chance));
    LocalDate birth =
        storyBegins.minusYears(chance.between(19, 54)).minusDays(chance.between(0, 364));
    return new Person(
        named.family, named.given, birth, chance.oneOf(PLACES), email(named, number, chance));
  }

  /** Those who evaluate as professionals. */
  static List<Evaluator> professionals() {
    return EVALUATORS.subList(0, 25);
  }

  /** Those who evaluate as trainers. */
  static List<Evaluator> trainers() {
    return EVALUATORS.subList(25, EVALUATORS.size());
  }

  private static Evaluator evaluator(int number) {
    String given = GIVEN_NAMES.get(number * 23 % GIVEN_NAMES.size());
    String family = FAMILY_NAMES.get(number * 41 % FAMILY_NAMES.size());
    return new Evaluator("EVAL-%04d".formatted(number), given + " " + family);
  }

  /** Steps that share no factor with the lists: no first given name with the same family twice. */
  private static Named name(int number, Chance chance) {
    String given = GIVEN_NAMES.get(number * 37 % GIVEN_NAMES.size());
    String family = FAMILY_NAMES.get(number * 29 % FAMILY_NAMES.size());
    String second = chance.oneOf(GIVEN_NAMES);
    return chance.outOf(1, 3) && !second.equals(given)
        ? new Named(family, given, second)
        : new Named(family, given);
  }

  private static @Nullable String email(Named named, int number, Chance chance) {
    String local = ascii(named.given.getFirst()) + "." + ascii(named.family);
    return chance.outOf(1, 5) || !local.matches("[a-z-]+\\.[a-z-]+")
        ? null
        : local + number + "@example.org"; // Reserved by RFC 2606: reaches nobody.
  }

  private static String ascii(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFD)
        .replaceAll("\\p{M}|['’]", "")
        .replace(' ', '-')
        .toLowerCase(Locale.ROOT);
  }
}
