using Dmk.Maturity.Grains;

namespace Dmk.Maturity.Web;

/// <summary>A form that is being written: its author's files as they are now, and the answers that the author tries, which are kept in
/// memory only.</summary>
/// <param name="read">The files as they are now; read anew where they have changed.</param>
public sealed class PreviewedForm(Func<PreviewedFiles> read, UnstoredResponse response)
{
    /// <summary>The one response there is.</summary>
    public UnstoredResponse Response => response;

    /// <summary>As they are now; the answers go along.</summary>
    public PreviewedFiles Files()
    {
        var files = read();
        response.Under(files.Study);
        return files;
    }
}
