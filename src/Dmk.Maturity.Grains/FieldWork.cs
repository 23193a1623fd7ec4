using Dmk.Maturity.Indices;

namespace Dmk.Maturity.Grains;

/// <summary>A company in the sample, as drawn.</summary>
/// <param name="UnitId">Persistent and pseudonymous, the same across waves.</param>
/// <param name="Name">For the invitation letter; kept apart from answers.</param>
/// <param name="Persons">Persons employed according to the frame.</param>
public sealed record SampledUnit(string UnitId, ReportingCell Stratum, string Name, int Persons);

/// <summary>An invitation in clear: it exists only while it is handed out.</summary>
public sealed record Invitation(string UnitId, string Name, ReportingCell Stratum, string AccessCode);

/// <summary>What field staff do to a study. Long work reports progress as (done, of).</summary>
public sealed class FieldWork
{
    /// <summary>Freezes a questionnaire with its index models and a study over it, from their files' texts. The same content again changes nothing.</summary>
    public Task<Study> Publish(string questionnaireYaml, IReadOnlyList<string> indexYamls, string studyYaml, IReadOnlyList<FrameStratum> frame, bool synthetic, CancellationToken cancellation) =>
        throw new NotImplementedException();

    public Task AddSample(string studyId, IReadOnlyList<SampledUnit> units, IProgress<(int Done, int Of)> progress, CancellationToken cancellation) => throw new NotImplementedException();

    public Task Open(string studyId, CancellationToken cancellation) => throw new NotImplementedException();

    public Task Close(string studyId, CancellationToken cancellation) => throw new NotImplementedException();

    /// <summary>Issues fresh codes to companies that have not submitted, at most <paramref name="count"/> in the sample's order; earlier codes of these companies end.</summary>
    public Task<IReadOnlyList<Invitation>> IssueCodes(string studyId, int count, CancellationToken cancellation) => throw new NotImplementedException();
}
