package io.posthorn.endtoend.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPort;
import io.posthorn.devstack.stack.Part;
import io.posthorn.endtoend.Repository;
import io.posthorn.endtoend.deployment.Suite;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Who may talk to whom is who does talk to whom. */
class NetworkTest {
    static final Collection<String> OVERLAYS = Cluster.OVERLAYS;
    private static final List<String> SCHEMAS =
            Suite.SERVICES.stream().flatMap(part -> part.schema().stream()).toList();
    private static final Pattern CLIENT = Pattern.compile(
            "@RegisterRestClient\\(configKey = \"([a-z]+)\"|@ConfigProperty\\(name = \"posthorn\\.([a-z]+)-url\"");

    @ParameterizedTest
    @FieldSource("OVERLAYS")
    void deniesEveryPodWhatIsNotAllowed(String overlay) {
        var everything =
                Cluster.of(overlay).named(NetworkPolicy.class, "deny-all").getSpec();

        assertThat(everything.getPodSelector().getMatchLabels()).isEmpty();
        assertThat(everything.getPodSelector().getMatchExpressions()).isEmpty();
        assertThat(everything.getPolicyTypes()).containsExactlyInAnyOrder("Ingress", "Egress");
        assertThat(everything.getIngress()).isEmpty();
        assertThat(everything.getEgress()).isEmpty();
    }

    @ParameterizedTest
    @FieldSource("OVERLAYS")
    void hasAPolicyOfItsOwnForEachPodThatListensAndNoneForNothing(String overlay) {
        var cluster = Cluster.of(overlay);
        var policies = cluster.all(NetworkPolicy.class);

        assertThat(cluster.lasting().toList()).isNotEmpty().allSatisfy(name -> {
            var own = cluster.named(NetworkPolicy.class, name).getSpec();
            assertThat(Selection.matches(own.getPodSelector(), labels(cluster, name)))
                    .isTrue();
        });
        assertThat(policies).allSatisfy(policy -> assertThat(cluster.pods().keySet())
                .as(Cluster.nameOf(policy))
                .anyMatch(pod -> Selection.matches(policy.getSpec().getPodSelector(), labels(cluster, pod))));
    }

    @ParameterizedTest
    @FieldSource("OVERLAYS")
    void opensNothingButTheGatewayToTheWorld(String overlay) {
        var cluster = Cluster.of(overlay);
        var open = cluster.all(NetworkPolicy.class).stream()
                .filter(policy -> policy.getSpec().getIngress().stream()
                        .anyMatch(rule -> rule.getFrom().isEmpty()
                                || rule.getFrom().stream().anyMatch(NetworkTest::isOfTheWorld)))
                .map(Cluster::nameOf);

        assertThat(open).containsExactly("gateway");
    }

    @ParameterizedTest
    @FieldSource("OVERLAYS")
    void connectsProcessesAsTheirClientsDo(String overlay) {
        var cluster = Cluster.of(overlay);
        for (var caller : Suite.SERVICES) {
            var reachable = new TreeSet<String>();
            Suite.SERVICES.stream()
                    .filter(callee -> mayReach(cluster, caller.label(), callee.label(), callee.defaultPort()))
                    .forEach(callee -> reachable.add(callee.label()));

            assertThat(reachable).as(caller.label()).isEqualTo(called(caller));
        }
    }

    @Test
    void letsProcessesReachTheirStoresAndMetaOnly() {
        var cluster = Cluster.of("dev");
        for (var part : Suite.SERVICES) {
            boolean isService = part.schema().isPresent();
            assertThat(mayReach(cluster, part.label(), "postgres", 5432)).isEqualTo(isService);
            assertThat(mayReach(cluster, part.label(), "kafka", 9092)).isEqualTo(isService);
            assertThat(mayReach(cluster, part.label(), "redis", 6379)).isTrue();
            assertThat(mayReach(cluster, part.label(), "mail", 1025)).isEqualTo(part == Part.AUTH);
            assertThat(mayReach(cluster, part.label(), "simulator", 8090))
                    .as(part.label())
                    .isEqualTo(Repository.read(part.label() + "/src/main/resources/application.properties")
                            .contains("posthorn.graph-url"));
            part.schema().ifPresent(schema -> assertThat(mayReach(cluster, schema + "-migration", "postgres", 5432))
                    .isTrue());
        }
        assertThat(mayReach(cluster, "database-roles", "postgres", 5432)).isTrue();
        assertThat(mayReach(cluster, "simulator", "gateway", 8080)).isTrue();
        assertThat(mayReach(cluster, "simulator", "messaging-service", 8082)).isFalse();
    }

    @Test
    void keepsMetaApartFromPrivateNetworks() {
        var rules = Cluster.of("production")
                .named(NetworkPolicy.class, "to-meta")
                .getSpec()
                .getEgress();

        assertThat(rules).singleElement().satisfies(rule -> {
            assertThat(rule.getPorts())
                    .extracting(port -> port.getPort().getIntVal())
                    .containsExactly(443);
            assertThat(rule.getTo().getFirst().getIpBlock().getExcept())
                    .contains("10.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.168.0.0/16");
        });
    }

    /** What the code calls; every process asks auth-service for keys or tokens. */
    private static Set<String> called(Part caller) {
        if (caller == Part.GATEWAY) {
            return new TreeSet<>(Suite.SERVICES.stream()
                    .filter(part -> part != Part.GATEWAY)
                    .map(Part::label)
                    .toList());
        }
        var called = new TreeSet<String>();
        if (caller != Part.AUTH) {
            called.add(Part.AUTH.label());
        }
        Repository.files(file -> file.startsWith(caller.label() + "/src/main")
                        && file.toString().endsWith(".java"))
                .forEach(file -> CLIENT.matcher(Repository.read(Repository.ROOT.resolve(file)))
                        .results()
                        .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
                        .filter(SCHEMAS::contains)
                        .forEach(name -> called.add(name + "-service")));
        return called;
    }

    private static boolean mayReach(Cluster cluster, String from, String to, int port) {
        return mayLeave(cluster, from, to, port) && mayEnter(cluster, from, to, port);
    }

    private static boolean mayLeave(Cluster cluster, String from, String to, int port) {
        return of(cluster, from)
                .flatMap(policy -> policy.getSpec().getEgress().stream())
                .filter(rule -> has(rule.getPorts(), port))
                .anyMatch(rule -> rule.getTo().isEmpty() || means(rule.getTo(), labels(cluster, to)));
    }

    private static boolean mayEnter(Cluster cluster, String from, String to, int port) {
        return of(cluster, to)
                .flatMap(policy -> policy.getSpec().getIngress().stream())
                .filter(rule -> has(rule.getPorts(), port))
                .anyMatch(rule -> rule.getFrom().isEmpty() || means(rule.getFrom(), labels(cluster, from)));
    }

    private static Stream<NetworkPolicy> of(Cluster cluster, String pod) {
        return cluster.all(NetworkPolicy.class).stream()
                .filter(policy -> Selection.matches(policy.getSpec().getPodSelector(), labels(cluster, pod)));
    }

    private static boolean means(List<NetworkPolicyPeer> peers, Map<String, String> labels) {
        return peers.stream()
                .anyMatch(peer -> peer.getNamespaceSelector() == null
                        && peer.getPodSelector() != null
                        && Selection.matches(peer.getPodSelector(), labels));
    }

    private static boolean has(List<NetworkPolicyPort> ports, int port) {
        return ports.isEmpty() || ports.stream().anyMatch(one -> one.getPort().getIntVal() == port);
    }

    /** A namespace of the operator's, beside the one that reads metrics, is the world: what comes from there came from outside. */
    private static boolean isOfTheWorld(NetworkPolicyPeer peer) {
        return peer.getIpBlock() != null
                || peer.getNamespaceSelector() != null
                        && !"monitoring"
                                .equals(peer.getNamespaceSelector()
                                        .getMatchLabels()
                                        .get("kubernetes.io/metadata.name"));
    }

    private static Map<String, String> labels(Cluster cluster, String pod) {
        return cluster.pods().get(pod).getMetadata().getLabels();
    }
}
