using Dmk.Maturity.Indices;
using Dmk.Maturity.Questionnaires;
using Dmk.Maturity.Storage;
using Dmk.Maturity.Studies;
using Microsoft.Extensions.Options;

namespace Dmk.Maturity.Grains;

/// <summary>What has been published: questionnaires, index models, studies, classifications. Read from the store, kept in memory.</summary>
public sealed class Catalogue : IDisposable
{
    private readonly Publications _publications;
    private readonly StoreWatch _watch;
    private readonly Lazy<Classifications> _classifications;
    private readonly SemaphoreSlim _reading = new(1, 1);
    private readonly Lock _changing = new();
    private int _changes;
    private volatile Contents? _contents;

    public Catalogue(Publications publications, StoreWatch watch, IOptions<DmkGrainsOptions> options)
    {
        (_publications, _watch) = (publications, watch);
        _classifications = new(() => Classifications.Read(options.Value.ClassificationsFolder).OrThrow());
    }

    public Classifications Classifications => _classifications.Value;

    /// <summary>The studies as far as they have been read: none right after a start.</summary>
    public IReadOnlyList<Study> KnownStudies => _contents?.Plain ?? [];

    public async Task<IReadOnlyList<Study>> Studies(CancellationToken cancellation) =>
        [.. (await Read(cancellation)).Studies.Select(known => known.Study)];

    public async Task<Study?> Study(string id, CancellationToken cancellation) => (await Known(id, cancellation))?.Study;

    public async Task<IReadOnlyList<Questionnaire>> Questionnaires(CancellationToken cancellation) =>
        (await Read(cancellation)).Questionnaires;

    /// <param name="version">Null for the newest.</param>
    public async Task<Questionnaire?> Questionnaire(string id, string? version, CancellationToken cancellation) =>
        (await Read(cancellation)).Questionnaires.LastOrDefault(one => one.Id == id && (version is null || one.Version == version));

    public void Dispose() => _reading.Dispose();

    internal async ValueTask<CatalogueStudy?> Known(string study, CancellationToken cancellation) =>
        ((_watch.IsDamaged ? null : _contents) ?? await Read(cancellation)).Studies.FirstOrDefault(known => known.Study.Id == study);

    /// <summary>After something was published or a phase has changed.</summary>
    internal void Forget()
    {
        lock (_changing)
        {
            _changes++;
            _contents = null;
        }
    }

    private async Task<Contents> Read(CancellationToken cancellation)
    {
        // Once damage is known, nothing is told any more, not even what is in memory.
        if (_watch.IsDamaged)
        {
            throw StoreDownException.OfDamage();
        }

        if (_contents is { } known)
        {
            return known;
        }

        await _reading.WaitAsync(cancellation);
        try
        {
            if (_contents is { } readMeanwhile)
            {
                return readMeanwhile;
            }

            var changes = Volatile.Read(ref _changes);
            var contents = await ReadStore();
            lock (_changing)
            {
                // What changed while it was being read is not kept: the next asker reads again.
                _contents = changes == _changes ? contents : null;
            }

            return contents;
        }
        finally
        {
            _reading.Release();
        }
    }

    private async Task<Contents> ReadStore()
    {
        var questionnaires = (await _publications.Questionnaires())
            .Select(stored =>
                Maturity.Questionnaires.Questionnaire.Parse(stored.Source, $"{stored.Id} {stored.Version}", Classifications).OrThrow()
            )
            .ToArray();
        var studies = await _publications.Studies();
        return new(questionnaires, [.. studies.Select(stored => Read(stored, questionnaires, Classifications))]);
    }

    /// <summary>A study with all of its parts, from what is stored.</summary>
    internal static CatalogueStudy Read(Publication stored, Questionnaire[] questionnaires, Classifications classifications)
    {
        var asked = stored
            .Questionnaires.Select(row => questionnaires.Single(one => one.Id == row.Id && one.Version == row.Version))
            .ToArray();
        CatalogueStudy Under(IReadOnlyList<PublishedIndexModel> models)
        {
            return Read(stored, asked, models, classifications);
        }

        CatalogueStudy Alone(PublishedIndexModel model)
        {
            var under = Under([model]);
            return under with { Study = under.Study with { Scoring = model.Number } };
        }

        CatalogueStudy[] added = [.. stored.Added.Select(Alone)];
        var known = Under(stored.IndexModels);
        return known with { Study = known.Study with { Added = [.. added.Select(one => one.Study)] }, Added = added };
    }

    private static CatalogueStudy Read(
        Publication stored,
        Questionnaire[] asked,
        IReadOnlyList<PublishedIndexModel> models,
        Classifications classifications
    )
    {
        var study = new Study(
            StudyDesign.ParsePublished(stored.Study.Source, stored.Study.Id, classifications).OrThrow(),
            StudyVersion.Of(
                asked,
                version => [.. models.Select(model => IndexModel.Parse(model.Source, $"{model.Id} {model.Version}", version).OrThrow())]
            ),
            [.. stored.Strata.Select(row => new FrameStratum(ReportingCell.Parse(row.Cell), row.Population, row.Sampled))],
            stored.Study.Synthetic ? Origin.Synthetic : Origin.Real,
            (StudyPhase)stored.Study.Phase
        );
        return new(study, stored.Questionnaires, [.. models.Select(model => model.Number)]);
    }

    private sealed record Contents(IReadOnlyList<Questionnaire> Questionnaires, IReadOnlyList<CatalogueStudy> Studies)
    {
        public IReadOnlyList<Study> Plain { get; } = [.. Studies.Select(known => known.Study)];
    }
}
