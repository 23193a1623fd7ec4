using Dmk.Maturity.Questionnaires;
using Dmk.Maturity.Storage;
using Dmk.Maturity.Studies;

namespace Dmk.Maturity.Grains;

/// <summary>Sets a company that has submitted beside its peers. Only the company itself is told.</summary>
/// <remarks>Peers are those that readers saw when all results were shown for the first time, in cells that readers may see; what is told of
/// them <see cref="PeerRule"/> decides.</remarks>
public sealed class CompanyBenchmarks(IGrainFactory grains, Responses responses, StudyResults results)
{
    /// <summary>Whether a cell is open is asked as somebody who sees what all readers see.</summary>
    private static readonly Audience _reader = new(Role.Economist, null, "benchmark");

    /// <summary>Under each index of the study that the company has a score of, or of a dimension of it, in the study's order; under
    /// the first one where it has none.</summary>
    /// <returns>Empty where the company has not submitted.</returns>
    /// <exception cref="PartitionMissingException">A Land does not answer.</exception>
    public async Task<IReadOnlyList<Benchmark>> All(Study study, ResponseState state, CancellationToken cancellation)
    {
        var all = new List<Benchmark>();
        foreach (var model in study.Indices)
        {
            if (await Of(study, state, VersionedId.Of(model).ToString(), cancellation) is { } benchmark)
            {
                all.Add(benchmark);
            }
        }

        return all.Exists(HasScore) ? all.FindAll(HasScore) : [.. all.Take(1)];
    }

    private static bool HasScore(Benchmark benchmark) => benchmark.Nodes.Any(node => !double.IsNaN(node.Score));

    /// <param name="index">The id of an index that the study was published with; null for its first one.</param>
    /// <returns>Null where the company has not submitted.</returns>
    /// <exception cref="ResultRequestException">There is no such index; the message says what there is.</exception>
    /// <exception cref="PartitionMissingException">A Land does not answer.</exception>
    public async Task<Benchmark?> Of(Study study, ResponseState state, string? index, CancellationToken cancellation)
    {
        if (index is not null && study.Index(index) is null)
        {
            throw new ResultRequestException("INDEX_UNKNOWN", NoBenchmark(study, index));
        }

        var request = new ResultRequest
        {
            Study = study,
            Index = index,
            Audience = _reader,
        };
        var model = request.Find().Model;
        var key = ResponseKey.Parse(state.Key);
        if (await responses.Find(key.Land, key.Id) is not { Submission: { } submission })
        {
            return null;
        }

        var place = study.Indices.Index().First(one => one.Item == model).Index;
        var version = study.Version(state.QuestionnaireVersion) ?? study.Newest;
        var scores = version.Indices[place].Score(Interview.Of(version.Questionnaire, state.Answers));
        BenchmarkedNode[] nodes =
        [
            .. model.Nodes.Where(node => node.Depth <= 1).Select(node => new BenchmarkedNode(node, scores[node.Index], null, null)),
        ];
        if (study.Phase == StudyPhase.Closed)
        {
            // Whoever looks first after the end of the field lets all enter that may.
            await results.Table(request, cancellation);
        }

        var shown = grains.GetGrain<IShownGrain>(study.Id);
        if ((await shown.InWhole(0)).Histories.Length == 0)
        {
            return new(study, model, BenchmarkState.NotYet, nodes);
        }

        var (tables, cell) = (new EntryOrder(study.Design).Tables.ToList(), ReportingCell.Parse(submission.Cell));
        foreach (var group in PeerGroup.StepsOf(study.Design, cell))
        {
            var table = await shown.InWhole(tables.FindIndex(by => by.SequenceEqual(group.By)));
            var among = table.Of(key.Land).Has(submission.Sequence) ? 1 : 0;
            if (among == 1 || group.By.Count == 0)
            {
                cancellation.ThrowIfCancellationRequested();
                nodes = await Beside(nodes, group, table, among, request, place);
            }
        }

        return new(study, model, BenchmarkState.Shown, nodes);
    }

    /// <summary>A model that was added later is an index of the study all the same: only peers are not compared by it.</summary>
    private static string NoBenchmark(Study study, string index)
    {
        var published =
            $"A company is set beside others by the indices that the study was published with: "
            + $"{string.Join(", ", study.Indices.Select(VersionedId.Of))}.";
        return study.Added.Any(one => one.Index(index) is not null)
            ? $"The index '{index}' was added to the study {study.Id} after it was published. {published} Name one of these."
            : $"The study {study.Id} has no index '{index}'. {published} Name one of these.";
    }

    /// <summary>The nodes with what may be told of these peers, where nothing was told of closer ones.</summary>
    private async Task<BenchmarkedNode[]> Beside(
        BenchmarkedNode[] nodes,
        PeerGroup group,
        ShownTable table,
        int among,
        ResultRequest request,
        int place
    )
    {
        var (study, model) = (request.Study, request.Study.Indices[place]);
        var scale = (model.ScaleFrom, model.ScaleTo);
        var open = new List<BenchmarkedNode>();
        foreach (var node in nodes.Where(node => node.Figure is null))
        {
            if (await IsOpen(request with { Node = node.Node.Id, By = [.. group.By.Select(variable => variable.Id)] }, group))
            {
                open.Add(node);
            }
        }

        if (open.Count == 0)
        {
            return nodes;
        }

        int[] places = [.. open.Select(node => node.Node.Index)];
        double[] own = [.. open.Select(node => PeerRule.InHundredths(node.Score, scale))];
        string[] by = [.. group.By.Select(variable => variable.Id)];
        var parts = await Partitions.Ask(
            grains,
            study,
            (land, partition) => partition.Peers(new(by, [.. group.Codes], place, places, own, table.Of(land)))
        );
        var told = open.Index()
            .ToDictionary(
                one => one.Item.Node.Index,
                one =>
                {
                    var all = new PeerTally(own[one.Index]);
                    foreach (var part in parts.Values)
                    {
                        all.Merge(part[one.Index]);
                    }

                    return PeerRule.Tell(all, double.IsNaN(one.Item.Score) ? 0 : among, scale);
                }
            );
        return
        [
            .. nodes.Select(node =>
                told.GetValueOrDefault(node.Node.Index) is { } figure ? node with { Peers = group, Figure = figure } : node
            ),
        ];
    }

    /// <summary>Whether readers see a figure of these companies: what is withheld from them, or shown as a range, stays so here.</summary>
    private async Task<bool> IsOpen(ResultRequest request, PeerGroup group)
    {
        var table = (await results.Table(request, CancellationToken.None)).Figures;
        var cell = group.By.Count == 0 ? table.Total : table.Cells.FirstOrDefault(one => one.Codes.SequenceEqual(group.Codes));
        return cell?.Figure.Status is CellStatus.Published or CellStatus.Unreliable;
    }
}
