package jo.sawt.channels.server;

import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.VMOption.Origin;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Map;

/** The memory that Sawt keeps at rest. */
final class Footprint {
    /**
     * Percents of the heap, far below the usual 40 and 70: a desk is at rest for most of the day. The lower one first, since
     * the machine refuses an upper one below it.
     */
    private static final List<Map.Entry<String, String>> FREE =
            List.of(Map.entry("MinHeapFreeRatio", "10"), Map.entry("MaxHeapFreeRatio", "20"));

    private Footprint() {}

    /**
     * Gives the memory back that only the start needed, by one collection; a server at rest would make none for hours. What
     * the operator has set stays.
     */
    static void settle() {
        HotSpotDiagnosticMXBean machine = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
        if (machine != null) {
            for (Map.Entry<String, String> free : FREE) {
                if (machine.getVMOption(free.getKey()).getOrigin() == Origin.DEFAULT) {
                    machine.setVMOption(free.getKey(), free.getValue());
                }
            }
        }
        System.gc();
    }
}
