package jo.sawt.channels.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;

/**
 * Measures web chat by itself, on a desk in memory, with server and clients in two processes.
 *
 * <pre>
 * java -Xmx1g -cp … jo.sawt.channels.web.ChatLoad serve 9090
 * java -Xmx3g -cp … jo.sawt.channels.web.ChatLoad load 9090 SOCKETS MESSAGES_A_SECOND SECONDS
 * </pre>
 *
 * The server prints its readers, its heap after a collection and its resident memory; the clients print how long acks took.
 */
public final class ChatLoad {
    private static final int WRITERS = 200;
    private static final int AT_ONCE = 100;

    private ChatLoad() {}

    public static void main(String[] args) throws Exception {
        int port = Integer.parseInt(args[1]);
        if (args[0].equals("serve")) {
            serve(port);
        } else {
            load(port, Integer.parseInt(args[2]), Integer.parseInt(args[3]), Integer.parseInt(args[4]));
        }
    }

    private static void serve(int port) throws IOException, InterruptedException {
        WebChatSettings settings = new WebChatSettings(Set.of(), false, 20_000, Duration.ofSeconds(30));
        try (ScriptedDesk desk = new ScriptedDesk();
                ChatServer server = new ChatServer(desk, desk, settings, port)) {
            while (true) {
                Thread.sleep(20_000);
                System.gc();
                Runtime memory = Runtime.getRuntime();
                String resident = Files.readAllLines(Path.of("/proc/self/status")).stream()
                        .filter(line -> line.startsWith("VmRSS"))
                        .findFirst()
                        .orElse("VmRSS: unknown");
                System.out.printf(
                        "readers %d, heap %d MiB, %s, conversations read %d%n",
                        server.chat.readers(),
                        (memory.totalMemory() - memory.freeMemory()) >> 20,
                        resident.replaceAll("\\s+", " "),
                        desk.readings.get());
            }
        }
    }

    private static void load(int port, int sockets, int rate, int seconds) throws Exception {
        URI uri = URI.create("ws://127.0.0.1:" + port + "/chat");
        List<ChatClient> clients = connect(uri, sockets);
        System.out.printf("%d sockets open%n", clients.size());
        if (rate > 0) {
            write(clients.subList(0, Math.min(WRITERS, clients.size())), rate, seconds);
        } else {
            Thread.sleep(seconds * 1_000L);
        }
        System.exit(0);
    }

    private static List<ChatClient> connect(URI uri, int sockets) throws Exception {
        List<Future<ChatClient>> opening = new ArrayList<>();
        Semaphore room = new Semaphore(AT_ONCE);
        try (ExecutorService openers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < sockets; i++) {
                opening.add(openers.submit(() -> {
                    room.acquire();
                    try {
                        ChatClient client = new ChatClient(uri);
                        client.send("{\"type\":\"hello\"}");
                        client.next("welcome");
                        return client;
                    } finally {
                        room.release();
                    }
                }));
            }
        }
        List<ChatClient> clients = new ArrayList<>();
        for (Future<ChatClient> one : opening) {
            clients.add(one.get());
        }
        return clients;
    }

    private static void write(List<ChatClient> writers, int rate, int seconds) throws Exception {
        ConcurrentLinkedQueue<Long> acks = new ConcurrentLinkedQueue<>();
        long pause = 1_000_000_000L * writers.size() / rate;
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < writers.size(); i++) {
                ChatClient client = writers.get(i);
                long first = System.nanoTime() + pause * i / writers.size();
                all.add(threads.submit(() -> writeOne(client, first, pause, end, acks)));
            }
            for (Future<?> one : all) {
                one.get();
            }
        }
        List<Long> sorted = acks.stream().sorted().toList();
        System.out.printf(
                "%d messages acknowledged, %d a second; ack p50 %.2f ms, p99 %.2f ms, worst %.2f ms%n",
                sorted.size(),
                sorted.size() / seconds,
                sorted.get(sorted.size() / 2) / 1e6,
                sorted.get(sorted.size() * 99 / 100) / 1e6,
                sorted.getLast() / 1e6);
    }

    private static void writeOne(
            ChatClient client, long first, long pause, long end, ConcurrentLinkedQueue<Long> acks) {
        long due = first;
        for (int i = 0; due < end; i++) {
            LockSupport.parkNanos(due - System.nanoTime());
            client.message("m" + i, "سؤال رقم " + i);
            JsonNode ack = client.next("ack");
            // From when it was due, so that a late answer delays no measure of its own.
            acks.add(System.nanoTime() - due);
            if (ack.path("seq").asLong() == 0) {
                throw new IllegalStateException("an ack without a number");
            }
            due += pause;
        }
    }
}
