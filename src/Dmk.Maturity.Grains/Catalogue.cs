using Dmk.Maturity.Indices;
using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Grains;

/// <summary>A study with everything it was published with.</summary>
/// <param name="Synthetic">Its companies are made up; every page and result says so.</param>
public sealed record Study(StudyDesign Design, Questionnaire Questionnaire, IReadOnlyList<IndexModel> Indices, IReadOnlyList<FrameStratum> Frame, bool Synthetic, StudyPhase Phase)
{
    public string Id => Design.Id;

    public IndexModel? Index(string id) => Indices.FirstOrDefault(model => model.Id == id);
}

/// <summary>Life of a study.</summary>
public enum StudyPhase
{
    Draft,
    InField,
    Closed,
}

/// <summary>What has been published: questionnaires, index models, studies, classifications. Read from the store, kept in memory.</summary>
public sealed class Catalogue
{
    public Classifications Classifications => throw new NotImplementedException();

    public Task<IReadOnlyList<Study>> Studies(CancellationToken cancellation) => throw new NotImplementedException();

    public Task<Study?> Study(string id, CancellationToken cancellation) => throw new NotImplementedException();

    public Task<IReadOnlyList<Questionnaire>> Questionnaires(CancellationToken cancellation) => throw new NotImplementedException();

    /// <param name="version">Null for the newest.</param>
    public Task<Questionnaire?> Questionnaire(string id, string? version, CancellationToken cancellation) => throw new NotImplementedException();
}
