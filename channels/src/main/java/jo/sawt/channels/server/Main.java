package jo.sawt.channels.server;

import com.mongodb.MongoException;
import java.nio.file.Path;
import java.time.Clock;
import jo.sawt.channels.server.embedded.StoreFailure;
import jo.sawt.knowledge.RegistryUnavailable;
import jo.sawt.ticketing.DeskUnavailable;
import org.slf4j.bridge.SLF4JBridgeHandler;

/** Starts Sawt, and stops it in order on SIGTERM. */
public final class Main {
    private static final int FAILED = 1;
    private static final int WRONG_SETTING = 2;

    private Main() {}

    public static void main(String[] args) {
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
        try {
            Settings settings = SettingsReader.read(System.getenv(), SettingsSource.read(Path.of(SettingsSource.FILE)));
            run(settings);
        } catch (WrongSetting e) {
            end(e, WRONG_SETTING);
        } catch (StoreFailure e) {
            end(e, FAILED);
        } catch (MongoException | DeskUnavailable | RegistryUnavailable e) {
            end(new StoreFailure("the store does not answer: " + e.getClass().getSimpleName(), e), FAILED);
        }
    }

    private static void run(Settings settings) {
        Console console = new Console(System.out);
        try {
            Sawt sawt = Sawt.start(settings, Clock.systemUTC(), console);
            Runtime.getRuntime()
                    .addShutdownHook(Thread.ofPlatform().name("stop").unstarted(sawt::close));
        } finally {
            console.close();
        }
    }

    private static void end(RuntimeException failure, int code) {
        System.err.println("Sawt cannot start: " + failure.getMessage());
        System.exit(code);
    }
}
