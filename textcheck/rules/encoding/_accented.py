"""Loanwords and names that English writes with accents, and what is left of them without."""

from __future__ import annotations

from functools import cache
from itertools import combinations

import regex

from textcheck.rule import lazy

_LIST = (
    # Loanwords.
    "café cafés cliché clichés clichéd fiancé fiancée fiancés résumé résumés naïve naïvely naïveté naïvety"
    " façade façades protégé protégés protégée décor déjà touché communiqué communiqués entrée entrées soirée"
    " soirées matinée sauté sautéed soufflé soufflés purée puréed exposé exposés émigré émigrés attaché"
    " attachés"
    " blasé passé risqué roué consommé crème brûlée crêpe crêpes château châteaux fête fêtes rôle élite élan"
    " éclair éclairs séance séances première détente débutante dénouement mélange mêlée doppelgänger über"
    " jalapeño jalapeños piñata piñatas señor señora señorita mañana smörgåsbord ångström garçon aperçu"
    " discothèque crèche pièce maître"
    " appliqué rosé rosés gruyère divorcée habitué précis émincé pâté führer façon"
    # First names.
    " François Françoise José Jesús Beyoncé Renée André Andrés Zoë Chloë Noël Raphaël Michaël Gaël Raúl"
    " Joaquín Martín Sebastián Nicolás Tomás Ángel Óscar Íñigo Verónica Mónica Sofía María Lucía Inés Élodie"
    " Éric Étienne Émile Édouard Hélène Thérèse Geneviève Bjørn Björn Jürgen Jörg Günter Günther Käthe Søren"
    " Jørgen Håkon Åsa João Gonçalo Cláudia Mário Sérgio António Antônio Luís Cédric Jérôme Sébastien"
    " Grégoire"
    " Stéphane Frédéric Aimé Benoît Agnès Begoña Ramón Simón Rubén Fermín Efraín Agustín Víctor Héctor Félix"
    " Álvaro Iván Adrián Julián Germán Hernán İbrahim Özgür Gülen Wałęsa"
    " Paweł Michał Łukasz Stanisław Bolesław Władysław Dvořák Čapek Jiří Tomáš Ondřej Václav Gyökeres"
    # Surnames.
    " Müller Schröder Böhm Göring Göbbels Kübler Schäuble Köhler Bäcker Dürer Gödel Schrödinger Röntgen"
    " Möller"
    " García González Rodríguez Hernández López Pérez Sánchez Ramírez Gómez Fernández Jiménez Martínez"
    " Gutiérrez Álvarez Vásquez Vázquez Suárez Díaz Núñez Muñoz Peña Ordóñez Ibáñez Yáñez Domínguez Velázquez"
    " Guzmán Durán Beltrán Márquez Juárez Chávez Dávila Bolívar Guaidó Peñalosa Santamaría Marañón"
    " Erdoğan Şahin Öcalan Çelik Davutoğlu Çavuşoğlu Kılıçdaroğlu Yıldırım Atatürk Gül"
    " Mbappé Özil Agüero Modrić Djoković Milošević Mladić Karadžić Šimić Hašek Jágr Nováková Škvorecký"
    " Håland Ødegaard Løvland Sørensen Jørgensen Bjørndalen Strömberg Lindström Sjögren Åkesson"
    " Piëch Citroën Brontë Poincaré Fréchet Cézanne Molière"
    " Élysée Misérables Pelé Simões Guimarães Magalhães Conceição Assunção Sócrates"
    # Places.
    " München Zürich Düsseldorf Köln Nürnberg Tübingen Göttingen Lübeck Würzburg Münster Österreich Thüringen"
    " Württemberg Saarbrücken Osnabrück Malmö Göteborg Västerås Östersund Jönköping Umeå"
    " Luleå Århus Tromsø Ålesund Bodø Jyväskylä Bogotá Medellín Cancún Yucatán Mérida Mazatlán Michoacán"
    " Culiacán Potosí Córdoba Málaga Cádiz Almería Coruña Aragón Cataluña España Asunción Tucumán Neuquén"
    " Brasília Goiânia Belém Maranhão Paraná Paraíba Ceará Amapá São Québec Montréal Orléans"
    " Besançon Alençon Nîmes Genève Neuchâtel Liège Réunion Côte Guantánamo Panamá México Perú"
    " Łódź Kraków Wrocław Gdańsk Poznań Toruń Białystok Plzeň Ústí Košice Győr Pécs Timișoara"
    " Brașov Iași Chișinău İzmir İstanbul Diyarbakır Muğla Eskişehir Şanlıurfa Beyoğlu Beşiktaş Fenerbahçe"
    " Reykjavík Þingvellir Eyjafjallajökull Åland Nestlé Häagen Mötley Crüe Motörhead Hüsker Dü Škoda Pokémon"
    " L’Oréal Hermès Lancôme Estée Moët Rhône Île Saône Guinée Curaçao"
)
ACCENTED = tuple(_LIST.split())

PHRASES = (
    *("São Paulo", "São Tomé", "Côte d’Ivoire", "Côte d'Ivoire", "déjà vu", "crème brûlée", "José María"),
    *(
        "José Luis",
        "José Antonio",
        "José Carlos",
        "María José",
        "André Breton",
        "René Magritte",
        "René Descartes",
    ),
    *("Île de la Cité", "Río de Janeiro", "El Niño", "La Niña", "Léon Blum"),
)
"""Words and names that are told by their company only, and some that the list above has in part."""

HOLE = "\0"
_OTHER = lazy(r"[^\x00-\x7F’]")


@cache
def holed_words() -> dict[str, tuple[str, ...]]:
    """Return every word with one or more of its accented letters a `HOLE`, and the words it may be."""
    table: dict[str, tuple[str, ...]] = {}
    for word in (variant for entry in (*ACCENTED, *PHRASES) for variant in _variants(entry)):
        places = [match.start() for match in _OTHER.finditer(word)]
        for count in range(1, len(places) + 1):
            for chosen in combinations(places, count):
                holed = "".join(HOLE if index in chosen else letter for index, letter in enumerate(word))
                table[holed] = tuple(dict.fromkeys((*table.get(holed, ()), word)))
    return table


def _variants(word: str) -> tuple[str, ...]:
    return (word, word[0].upper() + word[1:], word.upper()) if word[0].islower() else (word, word.upper())


def restored(word: str, hole: str) -> tuple[str, ...]:
    """Return the known words of which runs of `hole` have taken the place of accented letters."""
    return holed_words().get(regex.sub(f"{regex.escape(hole)}+", HOLE, word), ())
