package dk.sagsflow.sla.holiday;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Sets;
import de.focus_shift.jollyday.core.Holiday;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/**
 * The rules for the public holidays of a country, and those that its regions have besides. They are Jollyday's files,
 * kept up to date by people who watch them; Jollyday itself reads them with JAXB, which is eight libraries more. Immutable.
 */
record HolidayRules(
        ImmutableList<HolidayRule> everywhere,
        ImmutableMap<String, ImmutableList<HolidayRule>> regions,
        boolean bridged) {
    /** By the law of Japan a day between two holidays is one as well, which the files cannot say. */
    private static final String BRIDGING = "jp";

    private static final ConcurrentMap<String, HolidayRules> READ = new ConcurrentHashMap<>();

    /** The rules of a country that Jollyday knows. */
    static HolidayRules of(String country) {
        return READ.computeIfAbsent(country.toLowerCase(Locale.ROOT), HolidayRules::read);
    }

    /** The public holidays of a year, those of a region included if one is named. */
    Set<LocalDate> in(int year, Optional<String> region) {
        Stream<HolidayRule> regional = region.map(regions::get).stream().flatMap(ImmutableList::stream);
        Set<LocalDate> dates = Stream.concat(everywhere.stream(), regional)
                .flatMap(rule -> rule.in(year))
                .collect(Collectors.toSet());
        return bridged ? Sets.union(dates, bridges(dates)) : dates;
    }

    private static Set<LocalDate> bridges(Set<LocalDate> dates) {
        return dates.stream()
                .filter(date -> dates.contains(date.plusDays(2)))
                .map(date -> date.plusDays(1))
                .collect(Collectors.toSet());
    }

    private static HolidayRules read(String country) {
        String file = "/holidays/Holidays_" + country + ".xml";
        try (InputStream in = Holiday.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("Jollyday names country \"" + country + "\" and has no " + file);
            }
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setNamespaceAware(true);
            return read(factory.newDocumentBuilder().parse(in).getDocumentElement());
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        } catch (ParserConfigurationException | SAXException e) {
            throw new IllegalStateException(file + " cannot be read", e);
        }
    }

    private static HolidayRules read(Element configuration) {
        ImmutableMap.Builder<String, ImmutableList<HolidayRule>> regions = ImmutableMap.builder();
        for (Element region : HolidayReading.children(configuration, "SubConfigurations")) {
            regions.put(region.getAttribute("hierarchy").toLowerCase(Locale.ROOT), rules(region));
        }
        boolean bridged = configuration.getAttribute("hierarchy").equals(BRIDGING);
        return new HolidayRules(rules(configuration), regions.buildOrThrow(), bridged);
    }

    private static ImmutableList<HolidayRule> rules(Element configuration) {
        return HolidayReading.children(configuration, "Holidays").stream()
                .flatMap(holidays -> HolidayReading.children(holidays).stream())
                .filter(HolidayReading::isPublic)
                .map(HolidayReading::rule)
                .collect(ImmutableList.toImmutableList());
    }
}
