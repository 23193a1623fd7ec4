using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Dmk.Maturity.Indices;
using Dmk.Maturity.Studies;

namespace Dmk.Maturity.Trials;

/// <summary>Everything that a reader can ask of a study: all tables of all nodes of all index models, through the endpoint, with the
/// reader's token. Fields that the schema does not have are left out, and numbers are known as closely as they are printed.</summary>
internal sealed class GateReading
{
    private readonly Dictionary<(string Model, int Node, string Key), ReaderCell> _cells = [];

    /// <summary>Of how many companies the table of a cell speaks.</summary>
    private readonly Dictionary<string, long> _companies = [];

    private GateReading(Study study, IReadOnlyList<string[]> collapses) => (Study, Collapses) = (study, collapses);

    public Study Study { get; }

    /// <summary>Strata of which the provenance says that they were merged into others: their codes.</summary>
    public IReadOnlyList<string[]> Collapses { get; }

    /// <summary>How exactly each number is printed, in words.</summary>
    public string Precisions { get; private set; } = "";

    /// <summary>Keys of all cells, by table.</summary>
    public IReadOnlyList<(IReadOnlyList<ReportingVariable> Table, IReadOnlyList<string> Keys)> Tables { get; private set; } = [];

    /// <summary>Null where there is no such cell.</summary>
    public ReaderCell? this[IndexModel model, IndexNode node, string key] => _cells.GetValueOrDefault((model.Id, node.Index, key));

    /// <summary>Whether two cells are of tables that speak of the same number of companies: else their figures do not add up.</summary>
    public bool SameCompanies(string one, string other) => Companies(one) == Companies(other);

    /// <summary>Of how many companies the table speaks in which a cell stands.</summary>
    public long Companies(string key) => _companies.GetValueOrDefault(TableOf(key));

    public static async Task<GateReading> Read(Study study, Uri endpoint, string token, CancellationToken cancellation)
    {
        using var http = new HttpClient { Timeout = TimeSpan.FromMinutes(2) };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        var asker = new Asker(http, endpoint);
        var fields = await asker.Fields("IndexCell", cancellation);
        var wanted = string.Join(
            ' ',
            new[] { "estimate", "standardError", "respondents", "effectiveRespondents", "population", "status" }.Where(fields.Contains)
        );
        wanted += fields.Contains("bound") ? " bound { lower upper }" : "";
        var speaks = (await asker.Fields("IndexTable", cancellation)).Contains("companies") ? "companies" : "";
        IReadOnlyList<ReportingVariable>[] tables = [.. study.Design.Lattice.Prepend([])];
        var reading = new GateReading(study, await Named(asker, study, cancellation));
        var raw = new List<(string Model, int Node, string Key, JsonElement Cell)>();
        foreach (var model in study.Indices)
        {
            foreach (var node in model.Nodes)
            {
                var parts = tables.Select(
                    (table, place) =>
                        $$"""t{{place}}: indexTable(index: "{{model.Id}}", node: "{{node.Id}}", by: [{{string.Join(
                            ", ",
                            table.Select(variable => $"\"{variable.Id}\"")
                        )}}]) { {{speaks}} {{(table.Count == 0 ? "total" : "cells")}} { codes { variable code } {{wanted}} } }"""
                );
                var answer = await asker.Ask($$"""{ study(id: "{{study.Id}}") { {{string.Join('\n', parts)}} } }""", cancellation);
                if (answer is { } data)
                {
                    foreach (var (place, table) in tables.Index())
                    {
                        reading._companies[string.Join('|', table.Select(one => one.Id))] = (long)(
                            Number(data.GetProperty("study").GetProperty($"t{place}"), "companies") ?? 0
                        );
                    }

                    raw.AddRange(
                        tables
                            .Index()
                            .SelectMany(table => Cells(data.GetProperty("study").GetProperty($"t{table.Index}")))
                            .Select(cell => (model.Id, node.Index, KeyOf(cell), cell))
                    );
                }
            }
        }

        reading.Keep(raw, tables);
        return reading;
    }

    /// <summary>Respondents of the cells of all tables, of the first index itself: as often as one likes.</summary>
    public static async Task<IReadOnlyDictionary<string, long>> Respondents(
        Study study,
        Uri endpoint,
        string token,
        CancellationToken cancellation
    )
    {
        using var http = new HttpClient();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        IReadOnlyList<ReportingVariable>[] tables = [.. study.Design.Lattice.Prepend([])];
        var parts = tables.Select(
            (table, place) =>
                $$"""t{{place}}: indexTable(by: [{{string.Join(", ", table.Select(variable => $"\"{variable.Id}\""))}}]) { {{(
                    table.Count == 0 ? "total" : "cells"
                )}} { codes { variable code } respondents } }"""
        );
        var answer = await new Asker(http, endpoint).Ask(
            $$"""{ study(id: "{{study.Id}}") { {{string.Join('\n', parts)}} } }""",
            cancellation
        );
        return answer is { } data
            ? tables
                .Index()
                .SelectMany(table => Cells(data.GetProperty("study").GetProperty($"t{table.Index}")))
                .Where(cell => Number(cell, "respondents") is not null)
                .ToDictionary(KeyOf, cell => (long)Number(cell, "respondents")!.Value)
            : [];
    }

    /// <summary>Lets all companies enter that may, as an operator.</summary>
    public static async Task ShowResults(Study study, Uri endpoint, string token, CancellationToken cancellation)
    {
        using var http = new HttpClient { Timeout = TimeSpan.FromMinutes(2) };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        _ = await new Asker(http, endpoint).Ask($$"""mutation { showResults(id: "{{study.Id}}") { state } }""", cancellation);
    }

    private static async Task<IReadOnlyList<string[]>> Named(Asker asker, Study study, CancellationToken cancellation)
    {
        if (
            !(await asker.Fields("Weighting", cancellation)).Contains("collapses")
            || !(await asker.Fields("Collapse", cancellation)).Contains("from")
        )
        {
            return [];
        }

        var answer = await asker.Ask(
            $$"""{ study(id: "{{study.Id}}") { indexTable { provenance { weighting { collapses { from } } } } } }""",
            cancellation
        );
        return
            answer is { } data
            && data.GetProperty("study")
                .GetProperty("indexTable")
                .GetProperty("provenance")
                .GetProperty("weighting")
                .GetProperty("collapses")
                is { ValueKind: JsonValueKind.Array } collapses
            ?
            [
                .. collapses
                    .EnumerateArray()
                    .Select(one => one.GetProperty("from").EnumerateArray().Select(code => code.GetString()!).ToArray()),
            ]
            : [];
    }

    private static JsonElement[] Cells(JsonElement table) =>
        table.TryGetProperty("cells", out var cells) ? [.. cells.EnumerateArray()] : [table.GetProperty("total")];

    private static string TableOf(string key) => string.Join('|', key.Split('|').Select(part => part.Split('=')[0]));

    private static string KeyOf(JsonElement cell) =>
        string.Join(
            '|',
            cell.GetProperty("codes")
                .EnumerateArray()
                .Select(code => $"{code.GetProperty("variable").GetString()}={code.GetProperty("code").GetString()}")
        );

    private void Keep(List<(string Model, int Node, string Key, JsonElement Cell)> raw, IReadOnlyList<ReportingVariable>[] tables)
    {
        var means = PrecisionOf("estimate");
        var errors = PrecisionOf("standardError");
        var populations = PrecisionOf("population");
        var effective = PrecisionOf("effectiveRespondents");
        Precisions =
            $"means {means.Words}, standard errors {errors.Words}, population {populations.Words}, effective respondents {effective.Words}";
        foreach (var (model, node, key, cell) in raw)
        {
            _cells[(model, node, key)] = new(
                key,
                cell.GetProperty("status").GetString()!,
                Known(cell, "estimate", means),
                Known(cell, "standardError", errors),
                (long?)Number(cell, "respondents"),
                Known(cell, "population", populations),
                Known(cell, "effectiveRespondents", effective),
                cell.TryGetProperty("bound", out var bound) && bound.ValueKind == JsonValueKind.Object
                    ? new Between(bound.GetProperty("lower").GetDouble(), bound.GetProperty("upper").GetDouble())
                    : null
            );
        }

        var keys = raw.Select(one => one.Key).Distinct().ToLookup(TableOf);
        Tables = [.. tables.Select(table => (table, (IReadOnlyList<string>)[.. keys[string.Join('|', table.Select(one => one.Id))]]))];

        Precision PrecisionOf(string field)
        {
            return Precision.Of([.. raw.Select(one => Number(one.Cell, field)).OfType<double>()]);
        }
    }

    private static Between? Known(JsonElement cell, string field, Precision precision) =>
        Number(cell, field) is { } value ? precision.Around(value) : null;

    private static double? Number(JsonElement cell, string field) =>
        cell.TryGetProperty(field, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetDouble() : null;

    private sealed class Asker(HttpClient http, Uri endpoint)
    {
        /// <summary>Of a request that a busy machine gives up.</summary>
        private const int Tries = 5;

        public async Task<HashSet<string>> Fields(string type, CancellationToken cancellation) =>
            await Ask($$"""{ __type(name: "{{type}}") { fields { name } } }""", cancellation) is { } data
            && data.GetProperty("__type") is { ValueKind: JsonValueKind.Object } found
                ? [.. found.GetProperty("fields").EnumerateArray().Select(field => field.GetProperty("name").GetString()!)]
                : [];

        /// <returns>Null where the answer is an error: then there is no result to attack.</returns>
        /// <exception cref="InvalidOperationException">The request itself is wrong.</exception>
        public async Task<JsonElement?> Ask(string query, CancellationToken cancellation)
        {
            var answer = await Answer(query, cancellation);
            for (var again = 0; again < Tries && answer.GetRawText().Contains("TIMED_OUT", StringComparison.Ordinal); again++)
            {
                answer = await Answer(query, cancellation);
            }

            if (!answer.TryGetProperty("errors", out var errors))
            {
                return answer.GetProperty("data");
            }

            var text = errors.GetRawText();
            return text.Contains("NO_DONOR", StringComparison.Ordinal) || text.Contains("NO_RESULT", StringComparison.Ordinal)
                ? null
                : throw new InvalidOperationException(
                    string.Create(CultureInfo.InvariantCulture, $"{query[..Math.Min(300, query.Length)]}: {text}")
                );
        }

        private async Task<JsonElement> Answer(string query, CancellationToken cancellation)
        {
            using var response = await http.PostAsJsonAsync(endpoint, new { query }, cancellation);
            return await response.Content.ReadFromJsonAsync<JsonElement>(cancellation);
        }
    }
}
