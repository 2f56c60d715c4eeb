package jo.sawt.channels.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.ViewportSize;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jo.sawt.ticketing.Author;
import jo.sawt.ticketing.Channel;
import jo.sawt.ticketing.Contact;
import jo.sawt.ticketing.Rating;
import jo.sawt.ticketing.Status;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The page in a real browser, on a real server. */
class ChatPageTest {
    private static Playwright playwright;
    private static Browser browser;
    private static ScriptedDesk desk;
    private static ChatServer server;

    private final List<String> problems = new ArrayList<>();
    private BrowserContext context;
    private Page page;

    @BeforeAll
    static void launch() {
        Optional<Path> executable = Browsers.executable();
        Assumptions.assumeTrue(executable.isPresent(), () -> {
            String reason = "skipped: no Chromium or Chrome on the PATH, and CHROME_PATH names none";
            System.out.println("ChatPageTest " + reason);
            return reason;
        });
        playwright = Browsers.playwright();
        browser = Browsers.launch(playwright, executable.orElseThrow());
        desk = new ScriptedDesk();
        server = new ChatServer(desk);
    }

    @AfterAll
    static void end() {
        if (playwright != null) {
            playwright.close();
            server.close();
            desk.close();
        }
    }

    @BeforeEach
    void open() {
        context = browser.newContext();
        page = context.newPage();
        page.onPageError(problems::add);
        page.onConsoleMessage(message -> {
            if (message.text().contains("Content Security Policy")) {
                problems.add(message.text());
            }
        });
        page.navigate(server.http("/").toString());
        page.locator("textarea").waitFor();
        assertThat(page.locator(".banner")).isHidden();
    }

    @AfterEach
    void nothingWentWrong() {
        context.close();
        assertThat(problems).isEmpty();
    }

    @Test
    void aQuestionIsAnsweredWithItsSource() {
        assertThat(page.locator("html")).hasAttribute("dir", "rtl");
        say("شو الأوراق المطلوبة؟");
        Locator answer = page.locator(".from-assistant");
        assertThat(answer.locator(".prose li")).hasCount(2);
        assertThat(answer.locator(".sources")).containsText("الوثائق المطلوبة، الرسوم");
        assertThat(answer.locator(".sources")).containsText("الإصدار 3 · نافذ من 1 كانون الثاني 2026");
        assertThat(answer.locator("a")).hasAttribute("href", "https://example.jo/passport?a=1&b=2");
        assertThat(answer.locator("a")).hasAttribute("rel", "noopener noreferrer");
        assertThat(page.locator(".ref")).hasText(java.util.regex.Pattern.compile("[A-Z0-9]{10}"));
        assertThat(page.locator(".waiting")).hasCount(0);
    }

    @Test
    void aCodeToGoOnElsewhereIsShownBesideTheReference() {
        say("شو الأوراق المطلوبة؟");
        page.locator(".from-assistant").waitFor();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("المتابعة بقناة أخرى"))
                .click();
        assertThat(page.locator(".notice")).containsText(page.locator(".ref").textContent() + " 135790");
    }

    @Test
    void markupInAMessageIsShownNotRun() {
        say("<img src=x onerror=alert(1)> javascript:alert(1) https://a.example/<b>");
        assertThat(page.locator(".mine .bubble").first()).containsText("<img src=x onerror=alert(1)>");
        page.locator(".from-assistant .sources").waitFor();
        assertThat(page.locator(".log img, .log b").count()).isZero();
        assertThat(page.locator(".log a[href^=javascript]").count()).isZero();
    }

    @Test
    void aFileIsChosenSentShownAndSavedAgain() {
        byte[] picture = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0, 0, 16, 'J', 'F', 'I', 'F', 0, 1};
        page.locator("input[type=file]").setInputFiles(new FilePayload[] {
            new FilePayload("صورة الهوية.jpg", "image/jpeg", picture), new FilePayload("b.jpg", "image/jpeg", picture)
        });
        Locator chosen = page.locator(".chosen li");
        assertThat(chosen).hasCount(2);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("أزل b.jpg"))
                .press("Enter");
        assertThat(chosen).hasCount(1);
        say("هذه صورة هويتي");

        // the entry may come before its acknowledgement, and then both are there for a moment
        Locator entry = page.locator(".mine:not(.waiting)");
        Locator link = entry.locator(".files a");
        assertThat(link).hasText("صورة الهوية.jpg");
        assertThat(entry.locator(".bubble")).containsText("هذه صورة هويتي");
        assertThat(page.locator(".waiting")).hasCount(0);
        assertThat(chosen).hasCount(0);
        Download saved = page.waitForDownload(link::click);
        assertThat(saved.suggestedFilename()).isEqualTo("صورة الهوية.jpg");
        assertThat(saved.path()).hasBinaryContent(picture);
    }

    @Test
    void aFileThatIsNotTakenComesBackWithTheReason() {
        byte[] program = "MZ this is a program, whatever its name says".getBytes(StandardCharsets.UTF_8);
        page.locator("input[type=file]").setInputFiles(new FilePayload("photo.exe", "image/jpeg", program));
        page.locator(".send").click();
        Locator failed = page.locator(".failed");
        assertThat(failed).containsText("لا نستقبل هذا النوع من الملفات");
        failed.locator("button").click();
        assertThat(page.locator(".chosen li")).hasCount(1);
    }

    @Test
    void anOptionIsPickedByItsButton() {
        say(ScriptedDesk.ASK_BACK);
        page.locator(".options button").first().click();
        assertThat(page.locator(".mine").nth(1)).containsText("تجديد جواز سفر");
        assertThat(page.locator(".from-assistant")).hasCount(2);
        assertThat(page.locator(".options")).hasCount(0);
    }

    @Test
    void whatIsWrittenWithoutAConnectionGoesOutOnceItIsBack() {
        say("قبل الانقطاع");
        page.locator(".from-assistant").waitFor();
        context.setOffline(true);
        assertThat(page.locator(".banner")).containsText("لا اتصال بالإنترنت");
        say("أثناء الانقطاع");
        assertThat(page.locator(".waiting")).hasCount(1);
        context.setOffline(false);
        assertThat(page.locator(".from-assistant")).hasCount(2);
        assertThat(page.locator(".banner")).isHidden();
        assertThat(page.locator(".mine")).hasCount(2);
        assertThat(page.locator(".waiting")).hasCount(0);
    }

    @Test
    void unsentMessagesAndTheDraftOutliveAReload() {
        say("أولا");
        page.locator(".from-assistant").waitFor();
        desk.away = true;
        say("والمتجر بعيد");
        page.locator("textarea").fill("لم أكمل بعد");
        page.reload();
        desk.away = false;
        page.locator("textarea").waitFor();
        assertThat(page.locator("textarea")).hasValue("لم أكمل بعد");
        assertThat(page.locator(".from-assistant")).hasCount(2);
        assertThat(page.locator(".mine")).hasCount(2);
        assertThat(page.locator(".waiting")).hasCount(0);
    }

    @Test
    void aRestartedServerIsFoundAgainByItself() {
        try (ScriptedDesk own = new ScriptedDesk()) {
            ChatServer first = new ChatServer(own);
            int port = first.port();
            page.navigate(first.http("/").toString());
            say("قبل التشغيل");
            page.locator(".from-assistant").waitFor();
            first.close();
            assertThat(page.locator(".banner")).isVisible();
            say("والخادم متوقف");
            try (ChatServer second = new ChatServer(own, own, WebChatSettings.standard(), port)) {
                assertThat(page.locator(".from-assistant")).hasCount(2);
                assertThat(page.locator(".banner")).isHidden();
                assertThat(page.locator(".mine")).hasCount(2);
                assertThat(second.chat.readers()).isEqualTo(1);
            }
        }
    }

    @Test
    void aDepartmentsAnswerComesLiveAndTheServiceIsRated() {
        say("شكوى");
        page.locator(".from-assistant").waitFor();
        desk.say(contact(), Author.DEPARTMENT, "دائرة الأراضي والمساحة", "أنجزت معاملتك");
        assertThat(page.locator(".from-department .who")).hasText("دائرة الأراضي والمساحة");
        desk.move(contact(), Status.RESOLVED);
        assertThat(page.locator(".status[data-status=resolved]")).hasText("أنجزت");
        Locator card = page.locator(".rating");
        card.locator("input[name=solution][value='5']").check();
        card.locator("input[name=classification][value='4']").check();
        card.locator("input[name=response][value='3']").check();
        card.locator("button[type=submit]").click();
        assertThat(page.locator(".notice")).containsText("وصل تقييمك");
        assertThat(desk.ratings).contains(new Rating(5, 4, 3));
        assertThat(card).hasCount(0);
    }

    @Test
    void theKeyboardAloneIsEnoughInEnglishToo() {
        page.locator("textarea").focus();
        page.keyboard().press("Shift+Tab");
        page.locator("button.lang").focus();
        page.keyboard().press("Enter");
        assertThat(page.locator("html")).hasAttribute("dir", "ltr");
        assertThat(page.locator(".shell")).hasAttribute("dir", "ltr");
        assertThat(page.locator("button.lang")).isFocused();
        page.locator("textarea").focus();
        page.keyboard().type(ScriptedDesk.ASK_BACK);
        page.keyboard().press("Shift+Enter");
        page.keyboard().type("second line");
        page.keyboard().press("Enter");
        page.locator(".options button").first().waitFor();
        assertThat(page.locator("textarea")).isFocused();
        assertThat(page.locator(".mine p")).hasCount(2);
        page.keyboard().press("Shift+Tab");
        page.keyboard().press("Enter");
        assertThat(page.locator(".from-assistant")).hasCount(2);
        assertThat(page.locator("[role=log]")).hasAttribute("aria-live", "polite");
    }

    @Test
    void theConversationIsRemovedFromTheDeviceWhenAsked() {
        say("على جهاز مشترك");
        page.locator(".from-assistant").waitFor();
        String before = contact().address();
        page.locator("header .icon").click();
        page.locator("dialog .primary").click();
        assertThat(page.locator(".entry")).hasCount(0);
        assertThat(page.locator(".welcome")).isVisible();
        page.waitForFunction(
                "before => Object.entries(localStorage).some(([k, v]) => k.endsWith(':session') && v !== before)",
                before);
        page.reload();
        assertThat(page.locator(".welcome")).isVisible();
    }

    @Test
    void itHasNoAccessibilityFaultsThatAProgramCanFind() {
        say("سؤال");
        page.locator(".from-assistant .sources").waitFor();
        say(ScriptedDesk.ASK_BACK);
        page.locator(".options button").first().waitFor();
        desk.move(contact(), Status.RESOLVED);
        page.locator(".rating").waitFor();
        assertThat(problems).isEmpty();
        page.evaluate(axe());
        for (boolean narrow : new boolean[] {false, true}) {
            ViewportSize size = narrow ? new ViewportSize(360, 740) : new ViewportSize(1280, 800);
            page.setViewportSize(size.width, size.height);
            Object found =
                    page.evaluate("async () => (await axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a',"
                            + " 'wcag21aa', 'wcag22aa', 'best-practice']})).violations"
                            + ".map(v => v.id + ': ' + v.nodes.map(n => n.html + ' ' + n.failureSummary).join(' | '))");
            assertThat(found)
                    .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
                    .isEmpty();
            Object wide = page.evaluate("() => document.documentElement.scrollWidth - innerWidth");
            assertThat(wide).isEqualTo(0);
        }
        // The checker itself tries a style that our policy rightly refuses.
        problems.clear();
    }

    private void say(String text) {
        page.locator("textarea").fill(text);
        page.locator("textarea").press("Enter");
    }

    private Contact contact() {
        Object session =
                page.evaluate("() => Object.entries(localStorage).find(([key]) => key.endsWith(':session'))[1]");
        return new Contact(Channel.WEB, session.toString());
    }

    private static String axe() {
        try (var in = ChatPageTest.class.getResourceAsStream("/axe.min.js")) {
            if (in == null) {
                throw new IllegalStateException("axe-core is missing from the test class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
