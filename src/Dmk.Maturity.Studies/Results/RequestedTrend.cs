using Dmk.Maturity.Indices;

namespace Dmk.Maturity.Studies;

/// <summary>What a request for a change from an earlier wave names, found in both studies.</summary>
/// <param name="Earlier">The study of the earlier wave, under the index model that both waves have.</param>
public sealed record RequestedTrend(Study Earlier, RequestedTable Before, RequestedTable After)
{
    /// <summary>Both waves under the same index model: one of the earlier study's file, or one that was added to it.</summary>
    /// <param name="request">Of the later wave, by one variable at most.</param>
    /// <exception cref="ResultRequestException">Something is not there in one of the waves, or the index was computed otherwise; the
    /// message says what there is.</exception>
    public static RequestedTrend Of(ResultRequest request, Study earlier)
    {
        var after = request.Find();
        if (after.By.Count > 1)
        {
            throw new ResultRequestException("TABLE_UNKNOWN", "A trend is by one reporting variable, or of the total without 'by'.");
        }

        if (earlier.Design.Wave >= request.Study.Design.Wave)
        {
            throw new ResultRequestException(
                "WAVE_UNKNOWN",
                FormattableString.Invariant(
                    $"The study {earlier.Id} is of {earlier.Design.Wave}, which is not before {request.Study.Design.Wave}."
                )
            );
        }

        var under = earlier.Under(VersionedId.Of(after.Model).ToString());
        var before = (request with { Study = under, Index = NameIn(under, after.Model) }).Find();
        return before.Model.Hash == after.Model.Hash
            ? new(under, before, after)
            : throw new ResultRequestException(
                "MODELS_DIFFER",
                $"The index {after.Model.Id} was computed by {InWords(earlier, after.Model)} in {earlier.Id} and by version "
                    + $"{after.Model.Version} in {request.Study.Id}: what changed between them might be the model. There is no trend."
                    + (
                        request.Audience.Sight == Sight.Live
                            ? $" 'study index add {earlier.Id} PATH' adds that of {request.Study.Id} to {earlier.Id}."
                            : ""
                    )
            );
    }

    /// <summary>With the version where there is that one, so that no other of the same id is taken for it.</summary>
    private static string NameIn(Study study, IndexModel model) =>
        VersionedId.Of(model).ToString() is var name && study.Index(name) is not null ? name : model.Id;

    /// <summary>The versions of a model that a study has, those that were added to it among them.</summary>
    private static string InWords(Study study, IndexModel model)
    {
        string[] versions =
        [
            .. study.Indices.Concat(study.Added.SelectMany(one => one.Indices)).Where(one => one.Id == model.Id).Select(one => one.Version),
        ];
        return $"version{(versions.Length == 1 ? "" : "s")} {string.Join(" and ", versions)}";
    }
}
