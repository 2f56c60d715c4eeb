package jo.sawt.channels.server;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** The directions and bounds that keep the modules apart. */
class ArchitectureTest {
    private static final JavaClasses SAWT = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("-tests.jar"))
            .importPackages("jo.sawt");
    private static final String KNOWLEDGE = "jo.sawt.knowledge..";
    private static final String TICKETING = "jo.sawt.ticketing..";
    private static final String ASSISTANT = "jo.sawt.assistant..";
    private static final String CHANNELS = "jo.sawt.channels..";
    private static final String SERVER = "jo.sawt.channels.server..";
    private static final Set<String> LAYERS = Set.of(
            "port",
            "ports",
            "adapter",
            "adapters",
            "usecase",
            "dto",
            "impl",
            "util",
            "utils",
            "common",
            "helper",
            "helpers");

    private static void check(ArchRule rule) {
        rule.check(SAWT);
    }

    @Test
    void theRegistryKnowsNobody() {
        check(noClasses()
                .that()
                .resideInAPackage(KNOWLEDGE)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(TICKETING, ASSISTANT, CHANNELS));
    }

    @Test
    void theDeskKnowsNobody() {
        check(noClasses()
                .that()
                .resideInAPackage(TICKETING)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(KNOWLEDGE, ASSISTANT, CHANNELS));
    }

    @Test
    void theAssistantKnowsTheRegistryAndTheDeskOnly() {
        check(noClasses()
                .that()
                .resideInAPackage(ASSISTANT)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(CHANNELS));
    }

    @Test
    void aChannelKnowsTheDeskOnly() {
        check(noClasses()
                .that()
                .resideInAPackage(CHANNELS)
                .and()
                .resideOutsideOfPackage(SERVER)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(KNOWLEDGE, ASSISTANT, SERVER));
    }

    @Test
    void aChannelKnowsNoOtherChannel() {
        for (String one : channels()) {
            for (String other : channels()) {
                if (!one.equals(other)) {
                    check(noClasses()
                            .that()
                            .resideInAPackage("jo.sawt.channels." + one + "..")
                            .should()
                            .dependOnClassesThat()
                            .resideInAPackage("jo.sawt.channels." + other + ".."));
                }
            }
        }
    }

    private static List<String> channels() {
        return SAWT.getPackage("jo.sawt.channels").getSubpackages().stream()
                .map(JavaPackage::getRelativeName)
                .filter(name -> !name.equals("server"))
                .toList();
    }

    @Test
    void timeComesFromOutside() {
        for (Class<?> type : List.of(
                Instant.class,
                LocalDate.class,
                LocalDateTime.class,
                LocalTime.class,
                ZonedDateTime.class,
                OffsetDateTime.class)) {
            check(noClasses().should().callMethod(type, "now"));
        }
        check(noClasses().should().callMethod(System.class, "currentTimeMillis"));
        check(noClasses()
                .that()
                .doNotHaveFullyQualifiedName(Main.class.getName())
                .and()
                .doNotHaveFullyQualifiedName("jo.sawt.assistant.Evaluation")
                .should()
                .callMethod(Clock.class, "systemUTC")
                .orShould()
                .callMethod(Clock.class, "systemDefaultZone")
                .orShould()
                .callMethod(InstantSource.class, "system"));
    }

    @Test
    void packagesAreNamedAfterWhatTheyHoldNotAfterLayers() {
        assertThat(packages()).noneMatch(part -> LAYERS.contains(part.getRelativeName()));
    }

    @Test
    void everyPackageIsNullMarked() {
        assertThat(packages())
                .allSatisfy(part -> assertThat(part.isAnnotatedWith(NullMarked.class))
                        .as(part.getName())
                        .isTrue());
    }

    private static List<JavaPackage> packages() {
        return SAWT.getPackage("jo.sawt").getSubpackagesInTree().stream()
                .filter(part -> !part.getClasses().isEmpty())
                .toList();
    }

    @Test
    void eachTechnologyStaysInItsPackages() {
        confine("com.mongodb..", "..mongo..", SERVER);
        confine("org.bson..", "..mongo..", SERVER);
        confine("org.apache.lucene.(document|index|search|store)..", "..lucene..");
        confine("org.apache.lucene.analysis..", "..lucene..", "..text..", ASSISTANT);
        confine("de.bwaldvogel.liblinear..", "..linear..", ASSISTANT);
        confine("dev.langchain4j..", "..langchain..");
        confine("com.twilio..", "jo.sawt.channels.sms..");
        confine("jakarta.mail..", "jo.sawt.channels.email..");
        confine("de.bwaldvogel.mongo..", "jo.sawt.channels.server.embedded..");
        confine("org.h2..", "jo.sawt.channels.server.embedded..");
        confine("io.netty..", "jo.sawt.channels.server.embedded..");
        confine("io.helidon.webserver..", "..http..", CHANNELS);
    }

    private static void confine(String technology, String... packages) {
        check(noClasses()
                .that(DescribedPredicate.not(resideInAnyPackage(packages)))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(technology)
                .allowEmptyShould(true));
    }

    @Test
    void loggersAreThePlatforms() {
        check(noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.util.logging..", "org.apache.commons.logging..")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("org.slf4j.Logger"));
    }
}
